-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables as keys have no order but that of their addresses, so nobody goes through them.
-- expect: lua "has a table among its keys"
local t = {}
for i = 1, 20 do t[{}] = i end
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
