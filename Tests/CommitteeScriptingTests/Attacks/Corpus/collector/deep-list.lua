-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list linked a million deep must be marked without recursion.
-- expect: memory|fuel
-- limits: ms=300
local t
while true do t = { next = t } end
