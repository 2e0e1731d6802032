-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A walk inside a walk inside a walk.
-- expect: fuel
local t = {}
for i = 1, 1000 do t["k" .. i] = i end
for _ in pairs(t) do for _ in pairs(t) do for _ in pairs(t) do end end end
