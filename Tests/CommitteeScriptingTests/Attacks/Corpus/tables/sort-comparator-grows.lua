-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparator that adds items while sorting.
-- expect: ok 1
local t = {}
for i = 1, 1000 do t[i] = i end
pcall(table.sort, t, function(a, b) t[#t + 1] = 1 return a < b end)
return 1
