-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list of what a call gives, again and again.
-- expect: fuel
local t = {}
for i = 1, 7000 do t[i] = i end
while true do local x = { table.unpack(t) } end
