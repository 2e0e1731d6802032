-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More keys than any report has.
-- expect: table
-- limits: memory=64
local t = {}
for i = 1, 1000000 do t["k" .. i] = i end
