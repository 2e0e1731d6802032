-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Keys that differ at their ends are put in order.
-- expect: fuel|time
-- limits: ms=300
local t = {}
local s = ("a"):rep(100000)
for i = 1, 100 do t[s .. (i * 7919 % 100)] = i end
local n = 0
while true do for k in pairs(t) do n = n + 1 end end
