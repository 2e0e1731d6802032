-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Asking for the first of many, removing it each time.
-- expect: fuel|time
-- limits: ms=300 fuel=1000000000
local t = {}
for i = 1, 20000 do t["k" .. i] = i end
while true do local k = next(t) t[k] = nil end
