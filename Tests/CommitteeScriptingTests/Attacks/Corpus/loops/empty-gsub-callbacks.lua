-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- gsub with an empty match calls back at every place, again and again.
-- expect: fuel
local s = ("x"):rep(10000)
while true do s:gsub("", function() end) end
