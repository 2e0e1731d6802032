-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A rehash counts the whole array part.
-- expect: fuel|time
-- limits: ms=300
local t = {}
for i = 1, 200000 do t[i] = i end
local n = 0
while true do n = n - 1 t[n] = 1 t[n] = nil end
