-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An interval of all integers.
-- expect: ok true
local x = math.random(math.mininteger, math.maxinteger)
return math.type(x) == "integer"
