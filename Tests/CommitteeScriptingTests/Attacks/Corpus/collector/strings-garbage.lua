-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Large texts as garbage.
-- expect: fuel
-- limits: memory=8 ms=300
local i = 0
while true do i = i + 1 local s = ("x"):rep(100000) .. i end
