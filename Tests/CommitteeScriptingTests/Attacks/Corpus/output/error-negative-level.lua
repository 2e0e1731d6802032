-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A level below nought.
-- expect: lua
error("x", -5)
