-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same seed gives the same numbers in every run; the corpus compares two.
-- expect: ok true
local t = {}
for i = 1, 20 do t[i] = math.random(1000) end
return #t == 20
