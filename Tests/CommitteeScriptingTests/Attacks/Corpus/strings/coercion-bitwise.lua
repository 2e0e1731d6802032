-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bitwise work on a long text of digits.
-- expect: lua "attempt to perform bitwise operation on a string value (loca"
-- limits: ms=300
local s = ("0"):rep(1000000) .. "1"
while true do local n = s | 1 end
