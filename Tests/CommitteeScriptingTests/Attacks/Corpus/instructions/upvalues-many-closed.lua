-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two hundred and fifty upvalues closed by each turn of a loop.
-- expect: fuel|time
-- limits: ms=300
-- allow: load
local names = {}
for i = 1, 180 do names[i] = "a" .. i end
local list = table.concat(names, ",")
local f = load("while true do local " .. list .. " local function f() return " .. list .. " end end")
f()
