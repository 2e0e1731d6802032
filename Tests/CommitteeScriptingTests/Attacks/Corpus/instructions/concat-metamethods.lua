-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of concatenations that each call a function.
-- expect: fuel
local t = setmetatable({}, { __concat = function(a, b) return a == nil and b or a end })
while true do local x = t .. 1 .. 2 .. t .. 3 .. t .. 4 .. 5 .. t end
