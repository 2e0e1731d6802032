-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Arithmetic with metamethods, without end.
-- expect: fuel
local mt = {}
mt.__add = function(a, b) return setmetatable({}, mt) end
local x = setmetatable({}, mt)
while true do x = x + x end
