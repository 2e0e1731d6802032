-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A function that returns ten thousand values; the first is taken.
-- expect: ok 1
local t = {}
for i = 1, 4000 do t[i] = i end
return table.unpack(t)
