-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Moving 2^63 items.
-- expect: lua|fuel|table
table.move({}, math.mininteger, math.maxinteger, 1)
