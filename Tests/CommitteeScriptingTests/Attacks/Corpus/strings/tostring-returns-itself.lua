-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text that is asked of the value itself.
-- expect: stack
local t = setmetatable({}, {})
getmetatable(t).__tostring = function(self) return tostring(self) end
return tostring(t)
