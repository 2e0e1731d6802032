-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metatable changed while it is used.
-- expect: ok 7
local t = {}
local mt = { __index = function(t, k) setmetatable(t, { __index = function() return 7 end }) return t[k] end }
setmetatable(t, mt)
return t.x
