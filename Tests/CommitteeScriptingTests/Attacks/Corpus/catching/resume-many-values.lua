-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Three thousand values handed to and fro.
-- expect: ok 3000
local t = {}
for i = 1, 3000 do t[i] = i end
local co = coroutine.wrap(function(...) while true do coroutine.yield(...) end end)
return select("#", co(table.unpack(t)))
