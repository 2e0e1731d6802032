-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Inserting where the next position would wrap around.
-- expect: ok null
local t = setmetatable({}, { __len = function() return math.maxinteger end })
table.insert(t, 1, 1)
