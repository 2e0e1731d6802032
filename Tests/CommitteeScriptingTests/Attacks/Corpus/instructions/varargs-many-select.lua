-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Four thousand values, each taken by its number.
-- expect: fuel
local t = {}
for i = 1, 4000 do t[i] = i end
local function sum(...)
  local s = 0
  for i = 1, select("#", ...) do s = s + (select(i, ...)) end
  return s
end
return sum(table.unpack(t))
