-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- next over a table that was emptied walks all its slots each time.
-- expect: fuel|time
-- limits: ms=300
local t = {}
for i = 1, 30000 do t[-i] = i end
for i = 1, 30000 do t[-i] = nil end
while true do next(t) end
