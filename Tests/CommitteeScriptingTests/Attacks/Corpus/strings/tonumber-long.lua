-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A million digits, read as a number again and again.
-- expect: fuel|time
-- limits: ms=300
local s = ("1"):rep(1000000)
while true do local n = tonumber(s) end
