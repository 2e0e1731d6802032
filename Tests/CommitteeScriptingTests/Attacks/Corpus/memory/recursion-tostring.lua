-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through __tostring.
-- expect: stack
local mt = {}
mt.__tostring = function(x) return tostring(setmetatable({}, mt)) end
return tostring(setmetatable({}, mt))
