-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Walks over a large table that end at once.
-- expect: fuel|time
-- limits: ms=300 fuel=1000000000
local t = {}
for i = 1, 20000 do t["k" .. i] = i end
while true do for k in pairs(t) do break end end
