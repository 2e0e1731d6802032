-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A border near the largest integer.
-- expect: ok 1
local t = { [math.maxinteger] = 1 }
for i = 0, 61 do t[1 << i] = i end
for i = 1, 100000 do local n = #t end
return 1
