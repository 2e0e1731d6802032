-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Constants of constants.
-- expect: ok 181
-- allow: load
local t = { "local c0 <const> = 1 " }
for i = 1, 180 do t[#t + 1] = "local c" .. i .. " <const> = c" .. (i - 1) .. " + 1 " end
t[#t + 1] = "return c180"
return load(table.concat(t))()
