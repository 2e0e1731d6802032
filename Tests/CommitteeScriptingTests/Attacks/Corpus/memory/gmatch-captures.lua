-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Captures kept from a long text.
-- expect: fuel
local s, t = ("word "):rep(50000), {}
for r = 1, 100 do for w, e in s:gmatch("()(%a+)") do t[#t + 1] = { w, e } end end
return 1
