-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Large constructors again and again.
-- expect: fuel|time
-- limits: ms=300
local function f() return table.unpack({}, 1, 7000) end
while true do local t = { f() } end
