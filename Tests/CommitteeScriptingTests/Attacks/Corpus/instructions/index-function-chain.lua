-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An index that is a function that indexes.
-- expect: stack
local t = setmetatable({}, {})
getmetatable(t).__index = function(self, k) return self[k + 1] end
return t[1]
