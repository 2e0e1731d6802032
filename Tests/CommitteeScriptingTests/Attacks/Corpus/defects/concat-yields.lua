-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metamethod that yields in the middle of a concatenation.
-- expect: ok "x3"
local t = setmetatable({}, { __concat = function(a, b) coroutine.yield(1) return "x" end })
local co = coroutine.wrap(function() return t .. "a" .. "b" .. t .. "c" .. t end)
local n = 0
local value = co()
while value == 1 do n = n + 1 value = co() end
return value .. n
