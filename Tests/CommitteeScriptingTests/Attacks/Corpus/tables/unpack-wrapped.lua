-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A range over all integers.
-- expect: lua "too many results to unpack"
return table.unpack({}, math.mininteger, math.maxinteger)
