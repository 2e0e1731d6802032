-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text that begins with the position of another file.
-- expect: lua
error("main.lua:999999999999999999999:", 0)
