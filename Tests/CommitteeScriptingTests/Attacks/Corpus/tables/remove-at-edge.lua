-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Removing at the largest position.
-- expect: ok null
local t = setmetatable({}, { __len = function() return math.maxinteger end })
return table.remove(t, math.maxinteger)
