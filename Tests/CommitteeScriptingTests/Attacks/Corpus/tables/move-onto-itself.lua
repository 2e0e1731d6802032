-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A move over its own items, with metamethods that grow it.
-- expect: fuel
local t = setmetatable({}, { __newindex = function(t, k, v) rawset(t, k, v) rawset(t, k + 1, v) end })
t[1] = 1
table.move(t, 1, 100000, 2)
return #t > 0
