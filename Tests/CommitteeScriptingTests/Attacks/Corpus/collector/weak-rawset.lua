-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The mode is put back with rawset each time it is taken away.
-- expect: fuel|time
-- limits: ms=300
local mt = setmetatable({}, { __newindex = function() end })
local t = setmetatable({}, mt)
local key = {}
for i = 1, 20000 do local next = {} t[key] = next key = next end
while true do rawset(mt, "__mode", "k") local garbage = { {}, {} } end
