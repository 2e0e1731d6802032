-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sorting half a million numbers.
-- expect: fuel
-- limits: ms=300
local t = {}
for i = 1, 100000 do t[i] = i * 7919 % 100003 end
for i = 1, 10 do table.sort(t, function(a, b) return a > b end) table.sort(t) end
return 1
