-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Joining a range of 2^62 items.
-- expect: lua "invalid value (nil) at index 1 in table for 'concat'"
return table.concat({}, "", 1, 1 << 62)
