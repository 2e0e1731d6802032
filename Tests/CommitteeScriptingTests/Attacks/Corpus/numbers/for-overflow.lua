-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop up to the largest integer ends there.
-- expect: ok 3
local n = 0
for i = math.maxinteger - 2, math.maxinteger do n = n + 1 end
return n
