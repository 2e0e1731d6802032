-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparator that answers by chance.
-- expect: ok 1000
local t = {}
for i = 1, 1000 do t[i] = i end
pcall(table.sort, t, function() return math.random(2) == 1 end)
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
