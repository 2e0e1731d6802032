-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of ephemerons takes a pass of the collector for each link.
-- expect: fuel|time
-- limits: ms=300
local t = setmetatable({}, { __mode = "k" })
local first = {}
local key = first
for i = 1, 20000 do local next = {} t[key] = next key = next end
while true do local garbage = { {}, {} } end
