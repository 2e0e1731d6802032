-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sorting a list that says it has two billion items.
-- expect: fuel
table.sort(setmetatable({}, { __len = function() return 2000000000 end, __index = function(_, k) return -k end }))
