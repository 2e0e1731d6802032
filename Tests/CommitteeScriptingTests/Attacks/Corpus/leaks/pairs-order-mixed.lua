-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Numbers, then texts, then booleans.
-- expect: ok "1 2 3.5 a b false true "
local t, s = { [true] = 1, b = 1, [3.5] = 1, [2] = 1, a = 1, [1] = 1, [false] = 1 }, ""
for k in pairs(t) do s = s .. tostring(k) .. " " end
return s
