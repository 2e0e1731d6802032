-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Texts of the longest floats.
-- expect: fuel
local n = 0
while true do n = n + #tostring(-2.2250738585072014e-308) + #tostring(1.7976931348623157e308) end
