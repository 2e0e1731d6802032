-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Hexadecimal floats.
-- expect: fuel
local n = 0
while true do n = n + #string.format("%.99a", 0.1) end
