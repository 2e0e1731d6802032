-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Keys of every kind that a table takes.
-- expect: ok
local t = {}
local keys = { 1, 1.5, "x", true, print, {}, coroutine.create(print), math.huge, -0.0, 2 ^ 53 }
for i, k in ipairs(keys) do rawset(t, k, i) end
local n = 0
for k in pairs(t) do n = n + 1 end
return { n, pcall(rawset, t, nil, 1), pcall(rawset, t, 0 / 0, 1) }
