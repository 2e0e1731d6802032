-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table of empty tables until nothing is left.
-- expect: memory|time
-- limits: memory=64 fuel=1000000000 ms=3000
local t = {}
for i = 1, 1e9 do t[i] = {} end
