-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A place outside the list.
-- expect: lua "position out of bounds"
table.insert({ 1, 2, 3 }, math.maxinteger, 1)
