-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Calls with a growing number of values, up to the edge.
-- expect: fuel
local n = 1
while true do n = n + 97 pcall(select, "#", table.unpack({}, 1, n % 8000)) end
