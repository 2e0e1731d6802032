-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A key that is not in the table.
-- expect: lua
next({}, "x")
