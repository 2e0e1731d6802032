-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through __eq.
-- expect: stack
local mt = {}
mt.__eq = function(a, b) return setmetatable({}, mt) == setmetatable({}, mt) end
return setmetatable({}, mt) == setmetatable({}, mt)
