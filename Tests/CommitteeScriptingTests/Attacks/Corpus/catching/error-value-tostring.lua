-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The error value's __tostring loops; nobody calls it.
-- expect: lua "error was called with a table"
error(setmetatable({}, { __tostring = function() while true do end end }))
