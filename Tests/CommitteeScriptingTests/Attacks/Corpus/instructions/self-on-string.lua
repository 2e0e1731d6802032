-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Methods of a text are looked up each time.
-- expect: fuel|time
-- limits: ms=300
local s = ("x"):rep(100000)
while true do s:len() end
