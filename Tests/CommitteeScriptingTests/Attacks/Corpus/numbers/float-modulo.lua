-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One instruction whose work depends on its numbers.
-- expect: fuel
local x = 1e308
while true do local y = x % 5e-324 end
