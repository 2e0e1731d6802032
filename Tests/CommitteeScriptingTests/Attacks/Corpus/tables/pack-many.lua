-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Packing as many values as a call takes, again and again.
-- expect: fuel
local t = table.pack(table.unpack({}, 1, 7000))
while true do t = table.pack(table.unpack(t, 1, 7000)) end
