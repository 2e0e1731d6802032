-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A replacement that holds the match a hundred times over.
-- expect: string
local s = ("x"):rep(1000)
while true do s = s:gsub("x+", "%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0") end
