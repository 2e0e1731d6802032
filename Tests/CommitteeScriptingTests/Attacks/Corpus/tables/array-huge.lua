-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list without end.
-- expect: fuel
local t = {}
while true do t[#t + 1] = true end
