-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Moving 2^63 items.
-- expect: lua "bad argument #3 to 'move' (too many elements to move)"
table.move({}, math.mininteger, math.maxinteger, 1)
