-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Numbers of both kinds at the edge of what floats tell apart.
-- expect: fuel
local n = 0
for i = 1, 1e9 do if math.maxinteger < 2 ^ 63 and i < 1e300 then n = n + 1 end end
