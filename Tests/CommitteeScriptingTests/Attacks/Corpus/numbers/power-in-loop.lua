-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Powers without end.
-- expect: fuel
local x = 1.0000001
while true do x = x ^ 1.0000001 end
