-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Floats with ninety-nine digits.
-- expect: fuel
local n = 0
while true do n = n + #string.format("%99.99f", 1.7976931348623157e308) end
