-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Weak entries are kept, so that nothing shows when a collection was.
-- expect: ok 1000
local t = setmetatable({}, { __mode = "kv" })
for i = 1, 1000 do t[i] = {} end
for i = 1, 100000 do local garbage = { i } end
local n = 0
for _ in pairs(t) do n = n + 1 end
return n
