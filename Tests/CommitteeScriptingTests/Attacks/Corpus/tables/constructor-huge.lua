-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A constructor that takes every value of a call.
-- expect: fuel
local t = { ("x"):rep(7000):byte(1, -1) }
for i = 1, 100 do t = { table.unpack(t, 1, 7000) } end
return #t
