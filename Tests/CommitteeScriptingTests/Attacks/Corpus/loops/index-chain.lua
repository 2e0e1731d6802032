-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of __index functions that never answers.
-- expect: stack
local t = setmetatable({}, {})
getmetatable(t).__index = function(self, key) return rawget(self, key + 1) or self[1] and 1 or nil end
while t[1] == nil do end
