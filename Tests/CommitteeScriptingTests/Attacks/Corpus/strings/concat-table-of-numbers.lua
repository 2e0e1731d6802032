-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list of floats joined, again and again.
-- expect: fuel
local t = {}
for i = 1, 10000 do t[i] = i + 0.1 end
while true do table.concat(t, ",") end
