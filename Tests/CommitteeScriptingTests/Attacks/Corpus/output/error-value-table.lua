-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error that is a table with a text.
-- expect: lua "error was called with a table"
error(setmetatable({ message = "x" }, { __tostring = function() while true do end end }))
