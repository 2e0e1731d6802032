-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metamethod that makes the stack move in the middle of a concatenation: the Lua below goes on
-- with what was freed.
-- expect: stack
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
local depth = 10
local t = setmetatable({}, { __concat = function() depth = depth * 2 deep(depth) return "x" end })
for i = 1, 20 do local s = t .. "a" .. "b" .. t .. "c" .. t end
return depth
