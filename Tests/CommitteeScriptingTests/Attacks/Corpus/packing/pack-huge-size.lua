-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An integer of a billion bytes.
-- expect: lua "out of limits"
return string.pack("i1000000000", 1)
