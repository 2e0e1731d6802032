-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Five thousand gotos that wait for five thousand labels.
-- expect: ok false
-- limits: ms=1000
-- allow: load
local t = {}
for i = 1, 3200 do t[#t + 1] = "goto a" .. i .. " " end
for i = 3200, 1, -1 do t[#t + 1] = "::a" .. i .. "::" end
local text = table.concat(t)
return load(text) ~= nil and #text < 65536
