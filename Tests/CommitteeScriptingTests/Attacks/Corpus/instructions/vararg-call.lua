-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A vararg function that is called with thousands of values copies them all.
-- expect: stack
-- limits: ms=300
local function f(...) return select("#", ...) end
local t = table.pack(table.unpack({}, 1, 7900))
while true do f(table.unpack(t, 1, 7900)) end
