-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method that asks a value for its text, which calls the method.
-- expect: stack
-- args: report
local doc = ...
local t = setmetatable({}, {})
getmetatable(t).__tostring = function() doc:paragraph(tostring(t)) return "x" end
return pcall(doc.paragraph, doc, tostring(t))
