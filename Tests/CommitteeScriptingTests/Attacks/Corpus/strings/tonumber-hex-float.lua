-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A hexadecimal float with a million digits.
-- expect: fuel|time
-- limits: ms=300
local s = "0x" .. ("f"):rep(1000000) .. "p1"
while true do local n = tonumber(s) end
