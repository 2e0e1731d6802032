-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Keys of every kind that a table takes.
-- expect: ok
local t = {}
local keys = { 1, 1.5, "x", true, print, {}, coroutine.create(print), math.huge, -0.0, 2 ^ 53 }
for i, k in ipairs(keys) do rawset(t, k, i) end
return { pcall(pairs, t), pcall(rawset, t, nil, 1), pcall(rawset, t, 0 / 0, 1) }
