-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A log of long texts.
-- expect: fuel
local s = ("a"):rep(1000000)
while true do print(s) end
