-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparator that takes items away while sorting.
-- expect: ok 1
local t = {}
for i = 1, 1000 do t[i] = i end
pcall(table.sort, t, function(a, b) t[#t] = nil return (a or 0) < (b or 0) end)
return 1
