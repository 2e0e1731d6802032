-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A dump of a table whose __pairs and __tostring loop.
-- expect: fuel|lua
-- args: report
local doc, ctx = ...
ctx.dump(setmetatable({}, { __pairs = function() return function() return 1, 1 end end, __tostring = function() while true do end end }))
