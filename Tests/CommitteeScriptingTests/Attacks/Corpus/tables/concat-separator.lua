-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long separator between many items.
-- expect: string
local t = {}
for i = 1, 1000 do t[i] = "" end
return table.concat(t, ("x"):rep(100000))
