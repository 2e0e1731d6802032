-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Putting in and taking out at the edge of a rehash.
-- expect: fuel
-- limits: ms=300
local t = {}
for i = 1, 16384 do t[-i] = i end
local i = 0
while true do i = i + 1 t[-i - 16384] = i t[-i] = nil end
