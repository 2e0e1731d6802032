-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list grown and dropped at the edge of the memory.
-- expect: fuel|time
-- limits: memory=8 fuel=100000000 ms=300
while true do local t = {} for i = 1, 200000 do t[i] = i end end
