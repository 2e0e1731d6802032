-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Thousands of values on the stack, again and again.
-- expect: fuel
local s = ("x"):rep(7000)
while true do local n = select("#", s:byte(1, -1)) end
