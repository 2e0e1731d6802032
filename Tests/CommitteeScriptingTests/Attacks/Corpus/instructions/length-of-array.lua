-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The length of a table whose array is half empty is looked for.
-- expect: fuel
local t = {}
for i = 1, 60000 do t[i] = 1 end
for i = 60000, 30001, -1 do t[i] = nil end
while true do local n = #t end
