-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The largest of as many as a call takes.
-- expect: fuel
local t = {}
for i = 1, 7000 do t[i] = i end
while true do math.max(table.unpack(t)) end
