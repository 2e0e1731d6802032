-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- NaN is neither less nor more.
-- expect: ok 1000
local t = {}
for i = 1, 1000 do t[i] = i % 7 == 0 and 0 / 0 or i end
pcall(table.sort, t)
return #t
