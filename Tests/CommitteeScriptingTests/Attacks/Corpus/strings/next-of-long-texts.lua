-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The first of keys that differ at their ends.
-- expect: fuel|time
-- limits: ms=300
local t = {}
local s = ("a"):rep(100000)
for i = 1, 100 do t[s .. (i * 7919 % 100)] = i end
while true do next(t) end
