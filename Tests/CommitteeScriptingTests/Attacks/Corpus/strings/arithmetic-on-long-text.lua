-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Arithmetic on a text of digits.
-- expect: fuel
-- limits: ms=300
local s = ("1"):rep(200000)
while true do local x = s + 1 end
