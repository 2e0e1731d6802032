-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Numbers turned into texts without end.
-- expect: fuel
local n = 0.1
while true do local s = n .. "" n = n + 0.1 end
