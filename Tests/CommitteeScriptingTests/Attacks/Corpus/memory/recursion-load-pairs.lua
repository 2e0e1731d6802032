-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through __pairs.
-- expect: stack
local mt = {}
mt.__pairs = function(t) return pairs(setmetatable({}, mt)) end
pairs(setmetatable({}, mt))
