-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A sort of one's own around __lt that never settles.
-- expect: fuel
local t = setmetatable({}, { __lt = function() return true end })
while t < t do end
