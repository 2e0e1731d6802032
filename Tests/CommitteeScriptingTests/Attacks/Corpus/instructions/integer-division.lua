-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Divisions and remainders of the least integer.
-- expect: ok
local m = math.mininteger
return { m // -1 == m, m % -1, m // 1 == m, -7 // 2, -7 % 2, 7 % -3, -6 % math.huge == math.huge, 5 // 0.0 == math.huge }
