-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list that says it has the largest number of items.
-- expect: ok null
table.insert(setmetatable({}, { __len = function() return math.maxinteger end }), 1, "x")
