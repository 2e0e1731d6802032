-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Texts that differ by little, as keys.
-- expect: fuel|time
-- limits: ms=300
local t = {}
for i = 1, 32000 do t[("k"):rep(30) .. i] = i end
while true do for i = 1, 32000 do local x = t[("k"):rep(30) .. i] end end
