-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through __index.
-- expect: stack
local mt = {}
mt.__index = function(t, k) return t[k .. "x"] end
return setmetatable({}, mt).x
