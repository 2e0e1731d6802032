-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A destination beyond the largest integer.
-- expect: lua "bad argument #4 to 'move' (destination wrap around)"
table.move({ 1, 2, 3 }, 1, 3, math.maxinteger - 1)
