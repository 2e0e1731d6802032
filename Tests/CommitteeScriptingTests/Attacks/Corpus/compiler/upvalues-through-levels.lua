-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A local of the outermost function, used through every level.
-- expect: ok true
-- limits: ms=1000
-- allow: load
local parts = { "local z " }
for level = 1, 90 do parts[#parts + 1] = "local a,b,c,d,e,f,g,h,i,j return function()" end
parts[#parts + 1] = "return{" .. ("z,"):rep(20000) .. "}"
parts[#parts + 1] = (" end"):rep(90)
return load(table.concat(parts, " ")) ~= nil
