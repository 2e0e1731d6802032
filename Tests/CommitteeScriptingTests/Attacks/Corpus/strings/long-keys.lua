-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Long texts as keys are hashed and compared whole.
-- expect: fuel|time
-- limits: ms=300
local t, parts = {}, ("k"):rep(100000)
for i = 1, 1000000 do t[parts .. i % 10] = i end
