-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparison that empties the list.
-- expect: ok 50
local t = {}
for i = 1, 50 do t[i] = 50 - i end
table.sort(t, function(a, b) for i = 1, 50 do t[i] = nil end return a < b end)
return #t
