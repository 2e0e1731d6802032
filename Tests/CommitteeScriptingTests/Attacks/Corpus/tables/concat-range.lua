-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Joining a range of 2^62 items.
-- expect: lua|fuel|table
return table.concat({}, "", 1, 1 << 62)
