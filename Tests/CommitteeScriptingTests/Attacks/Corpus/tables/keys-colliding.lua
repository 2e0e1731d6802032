-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Integer keys that all fall into one slot of the hash part.
-- expect: table
-- limits: ms=300
local t = {}
for i = 1, 40000 do t[i * 2 ^ 20 // 1 | 0] = true end
for i = 1, 40000 do t[(i << 20) * 65535] = true end
while true do local x = t[(1 << 40) - 1] end
