-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metatable is a table.
-- expect: lua "nil or table expected"
setmetatable({}, 1)
