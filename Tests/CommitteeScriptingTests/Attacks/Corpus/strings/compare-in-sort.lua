-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A sort of long texts that differ at their ends.
-- expect: fuel|time
-- limits: ms=300
local t = {}
local s = ("a"):rep(100000)
for i = 1, 100 do t[i] = s .. (i * 7919 % 100) end
while true do table.sort(t, function(a, b) return a < b end) end
