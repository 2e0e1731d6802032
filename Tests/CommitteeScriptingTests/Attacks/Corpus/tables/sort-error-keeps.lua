-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparison that fails leaves the list as it was.
-- expect: ok [3,1,2]
local t = { 3, 1, 2 }
pcall(table.sort, t, function() error("no") end)
return t
