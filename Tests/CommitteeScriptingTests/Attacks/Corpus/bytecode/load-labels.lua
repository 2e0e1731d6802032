-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Thousands of labels and jumps, each looked for among all.
-- expect: ok true
-- limits: ms=300
-- allow: load
local s = {}
for i = 1, 2500 do s[#s + 1] = "goto l" .. i .. " ::l" .. i .. "::" end
return load(table.concat(s, " ")) ~= nil
