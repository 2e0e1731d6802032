-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A rehash of long texts as keys.
-- expect: fuel|time
-- limits: ms=300
local t, s = {}, ("k"):rep(10000)
for i = 1, 1000000 do t[s .. i % 300] = i t[s .. i % 300] = nil t[i] = 1 t[i] = nil end
