-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More than a million values.
-- expect: result
-- limits: fuel=100000000 memory=64 output=64
local row = {}
for i = 1, 1000 do row[i] = 1 end
local t = {}
for i = 1, 1100 do t[i] = row end
return t
