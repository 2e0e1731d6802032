-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list of a million items.
-- expect: result "the result[1000000] is one of too many values"
-- limits: fuel=100000000 memory=64 output=64
local t = {}
for i = 1, 1000000 do t[i] = i end
return t
