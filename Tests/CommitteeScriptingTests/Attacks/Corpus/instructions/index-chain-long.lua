-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two thousand tables, each of which asks the next.
-- expect: fuel|time
-- limits: ms=300
local t = {}
for i = 1, 1900 do t = setmetatable({}, { __index = t }) end
while true do pcall(function() return t.x end) end
