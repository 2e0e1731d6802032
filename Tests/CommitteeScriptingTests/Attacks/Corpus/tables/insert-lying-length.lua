-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list that says it has a billion items.
-- expect: fuel
table.insert(setmetatable({}, { __len = function() return 1000000000 end }), 1, "x")
