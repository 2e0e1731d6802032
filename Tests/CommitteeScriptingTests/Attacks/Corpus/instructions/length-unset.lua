-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The length of a list from whose middle everything is gone.
-- expect: fuel
local t = table.pack(table.unpack({}, 1, 5000))
for i = 1, 5000 do t[i] = i end
for i = 5000, 2, -2 do t[i] = nil end
while true do local n = #t t[5001] = n t[5001] = nil end
