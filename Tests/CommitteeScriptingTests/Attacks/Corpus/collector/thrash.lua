-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Almost all memory is in use and a little garbage is made all the time.
-- expect: memory|fuel|time
-- limits: memory=8 ms=300
local kept = {}
for i = 1, 60000 do kept[i] = { i } end
while true do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end
