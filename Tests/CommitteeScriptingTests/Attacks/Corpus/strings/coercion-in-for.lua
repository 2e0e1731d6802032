-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The bounds of a for loop may be texts of digits.
-- expect: fuel|time
-- limits: ms=300
local s = ("0"):rep(1000000) .. "1"
while true do for i = s, s do end end
