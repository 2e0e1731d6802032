-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A million spaces before a digit.
-- expect: fuel
-- limits: ms=300
local s = (" "):rep(1000000) .. "1"
while true do local n = tonumber(s) end
