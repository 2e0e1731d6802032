-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Backtracking under pcall, again and again.
-- expect: fuel
-- limits: ms=300
while true do pcall(string.find, ("a"):rep(30000), (".-"):rep(10) .. "b") end
