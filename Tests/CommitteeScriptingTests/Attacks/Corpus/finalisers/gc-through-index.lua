-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A __gc that is only inherited is none.
-- expect: ok 1
local mt = setmetatable({}, { __index = { __gc = function() while true do end end } })
setmetatable({}, mt)
for i = 1, 100000 do local t = { i } end
return 1
