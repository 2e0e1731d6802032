-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One instruction copies thousands of values for a call.
-- expect: stack
-- limits: ms=300
local function g() end
local function f(...) while true do g(...) end end
f(table.unpack({}, 1, 7900))
