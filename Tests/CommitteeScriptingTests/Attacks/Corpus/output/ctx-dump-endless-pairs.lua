-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A dump of a table whose __pairs has no end.
-- expect: ok|fuel|lua
-- args: report
local doc, ctx = ...
return #ctx.dump(setmetatable({}, { __pairs = function() return function() return "k", "v" end end })) < 100000
