-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Setting the same metatable again marks it.
-- expect: lua "'__gc' is not offered"
local mt = {}
setmetatable({}, mt)
rawset(mt, "__gc", function() while true do end end)
setmetatable({}, mt)
