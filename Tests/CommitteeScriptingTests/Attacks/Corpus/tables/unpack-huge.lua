-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A hundred million values.
-- expect: lua|table|stack|fuel|memory
return table.unpack({}, 1, 100000000)
