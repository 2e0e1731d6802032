-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One instruction makes a table of thousands of values.
-- expect: stack
-- limits: ms=300
local function f(...) while true do local t = { ... } end end
f(table.unpack({}, 1, 7900))
