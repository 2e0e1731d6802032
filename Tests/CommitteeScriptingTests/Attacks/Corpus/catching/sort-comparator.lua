-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside a comparator.
-- expect: fuel
pcall(table.sort, { 3, 1, 2 }, function() while true do end end)
return "escaped"
