-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A million digits in base 36.
-- expect: fuel|time
-- limits: ms=300
local s = ("z"):rep(1000000)
while true do local n = tonumber(s, 36) end
