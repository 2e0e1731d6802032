-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Memory runs out under pcall.
-- expect: memory
-- limits: fuel=3000000
local kept = {}
for i = 1, 3 do pcall(function() while true do kept[#kept + 1] = { i } end end) end
return "escaped"
