-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every base, on a long text.
-- expect: ok 1
local s = ("z"):rep(100000)
local n = 0
for base = 2, 36 do if tonumber(s, base) then n = n + 1 end end
return n
