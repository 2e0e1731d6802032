-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Float keys that fall into few slots.
-- expect: fuel|time
-- limits: ms=300
local t = {}
for i = 1, 32000 do t[i * 2 ^ 60 + 2 ^ 59] = true end
for r = 1, 1000 do for i = 1, 32000 do local x = t[i * 2 ^ 60 + 2 ^ 58] end end
