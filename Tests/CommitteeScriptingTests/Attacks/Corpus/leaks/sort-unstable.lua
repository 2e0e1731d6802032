-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Equal items keep their order.
-- expect: ok "a1 a2 a3 b1 b2 b3 "
local t = { { "b", 1 }, { "a", 1 }, { "b", 2 }, { "a", 2 }, { "b", 3 }, { "a", 3 } }
table.sort(t, function(x, y) return x[1] < y[1] end)
local s = ""
for _, x in ipairs(t) do s = s .. x[1] .. x[2] .. " " end
return s
