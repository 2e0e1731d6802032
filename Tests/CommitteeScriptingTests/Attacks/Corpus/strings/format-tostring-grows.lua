-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __tostring that formats itself.
-- expect: stack
local t = setmetatable({}, {})
getmetatable(t).__tostring = function(self) return ("%s%s"):format(self, self) end
return tostring(t)
