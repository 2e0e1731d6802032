-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A search that starts far outside.
-- expect: ok 3
local n = 0
for w in ("a b c"):gmatch("%a", math.mininteger) do n = n + 1 end
for w in ("a b c"):gmatch("%a", math.maxinteger) do n = n + 100 end
return n
