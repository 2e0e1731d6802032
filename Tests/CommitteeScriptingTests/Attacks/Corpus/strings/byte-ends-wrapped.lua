-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Positions that would wrap around.
-- expect: ok 6
return select("#", ("abc"):byte(math.mininteger, math.maxinteger)) + #("abc"):sub(math.mininteger, math.maxinteger)
