-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- next asked of two tables in turn cannot keep either's keys.
-- expect: fuel
local a, b = {}, {}
for i = 1, 5000 do a["k" .. i] = i b["k" .. i] = i end
local k, l
while true do k = next(a, k) l = next(b, l) end
