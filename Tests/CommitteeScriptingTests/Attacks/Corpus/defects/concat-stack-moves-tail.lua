-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same where a tail call hides who called.
-- expect: stack
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
local depth = 10
local function last() depth = depth * 2 deep(depth) return "x" end
local t = setmetatable({}, { __concat = function() return last() end })
for i = 1, 20 do local s = t .. "a" .. "b" .. t .. "c" .. t end
return depth
