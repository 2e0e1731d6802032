-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A vararg call copies its whole stack at one instruction.
-- expect: stack
local t = table.pack(table.unpack({}, 1, 7900))
local function f(...) return ... end
while true do f(f(f(table.unpack(t, 1, 7900)))) end
