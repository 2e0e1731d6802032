-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The text of extremes.
-- expect: ok "-9223372036854775808 1.7976931348623e+308 -nan"
return math.mininteger .. " " .. 1.7976931348623157e308 .. " " .. tostring(0 / 0)
