-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables as keys have no promised order, and no address to sort by.
-- expect: ok 20
local t = {}
for i = 1, 20 do t[{}] = i end
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
