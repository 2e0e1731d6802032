-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The numbers themselves are the same in both runs.
-- expect: ok
local t = {}
for i = 1, 20 do t[i] = math.random(1000000) end
return t
