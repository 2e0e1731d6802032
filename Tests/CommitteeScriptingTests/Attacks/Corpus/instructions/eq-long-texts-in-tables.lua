-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Equal long texts, made apart, as keys.
-- expect: fuel|time
-- limits: ms=300
local t = {}
local s = ("k"):rep(1000000)
for i = 1, 100000 do t[s .. ("x"):rep(i % 2)] = i end
