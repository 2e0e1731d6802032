-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table with a metatable as an argument.
-- expect: lua "has a metatable"
-- args: report
local doc = ...
doc:paragraph(setmetatable({}, { __tostring = function() return "x" end }))
