-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- ctx.rows of a table that says it is long.
-- expect: fuel|lua|ok|memory
-- args: report
local doc, ctx = ...
ctx.rows(setmetatable({}, { __len = function() return 1 << 40 end, __index = function() return {} end }), "x")
return 1
