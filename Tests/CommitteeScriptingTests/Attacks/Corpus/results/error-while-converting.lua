-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Memory runs out while the result is taken.
-- expect: memory|output|fuel
-- limits: memory=4 output=64
local t = {}
for i = 1, 30000 do t[i] = ("x"):rep(40) .. i end
local names = {}
for i = 1, 8000 do names["n" .. i] = t end
return names
