-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More upvalues than there may be.
-- expect: ok true
-- allow: load
local s = {}
for i = 1, 150 do s[#s + 1] = "local a" .. i .. " = 1 " end
s[#s + 1] = "return function() return 0"
for i = 1, 150 do s[#s + 1] = " + a" .. i end
local f = load(table.concat(s) .. " end")
return f ~= nil
