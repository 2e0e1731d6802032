-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sorting a list that says it has 2^62 items.
-- expect: lua "bad argument #1 to 'sort' (array too big)"
table.sort(setmetatable({}, { __len = function() return 1 << 62 end }))
