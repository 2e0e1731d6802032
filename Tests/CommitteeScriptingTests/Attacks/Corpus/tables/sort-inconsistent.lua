-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparator that says yes to everything loses nothing.
-- expect: ok 1000
local t = {}
for i = 1, 1000 do t[i] = i end
pcall(table.sort, t, function() return true end)
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
