-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The clock is seen in work on long texts.
-- expect: time
-- limits: fuel=1000000000000 ms=200
local s = ("abc"):rep(100000)
while true do s:upper() end
