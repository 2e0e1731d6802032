-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The length of a table with holes is some border, at once.
-- expect: ok
local t = {}
for i = 1, 20 do t[1 << i] = i end
local n = 0
for i = 1, 100000 do n = #t end
return type(n)
