-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through __concat.
-- expect: stack
local mt = {}
mt.__concat = function(a, b) return setmetatable({}, mt) .. "x" end
return setmetatable({}, mt) .. "x"
