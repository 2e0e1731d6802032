-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor with next.
-- expect: ok "a b c d e f g h "
local t, s = { h = 1, b = 1, d = 1, a = 1, g = 1, c = 1, f = 1, e = 1 }, ""
for k in next, t do s = s .. k .. " " end
return s
