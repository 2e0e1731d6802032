-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same list joined without end.
-- expect: fuel
local t = {}
for i = 1, 1000 do t[i] = "xxxxxxxxxx" end
while true do table.concat(t) end
