-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A finaliser that is set after the metatable is in use never runs.
-- expect: ok 1
local mt = {}
for i = 1, 1000 do setmetatable({}, mt) end
mt.__gc = function() while true do end end
for i = 1, 100000 do local t = { i } end
return 1
