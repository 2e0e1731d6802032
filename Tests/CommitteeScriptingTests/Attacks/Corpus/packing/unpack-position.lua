-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A start outside the data.
-- expect: lua "initial position out of string"
return string.unpack("b", "abc", math.maxinteger)
