-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two hundred variables that are to be closed, in one function.
-- expect: ok 197
-- allow: load
local n = 0
local t = { "local mt = ... " }
for i = 1, 190 do t[#t + 1] = "local a" .. i .. " <close> = mt " end
t[#t + 1] = "return 7"
local value = setmetatable({}, { __close = function() n = n + 1 end })
return load(table.concat(t))(value) + n
