-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same, compiled again and again.
-- expect: fuel|time
-- limits: ms=300 fuel=100000000
-- allow: load
local parts = {}
for level = 1, 60 do
  local names = {}
  for i = 1, 100 do names[i] = string.char(97 + i % 26) .. string.char(65 + i // 26) end
  parts[#parts + 1] = "local " .. table.concat(names, ",") .. " return function()"
end
parts[#parts + 1] = "return{" .. ("q,"):rep(9000) .. "}"
parts[#parts + 1] = (" end"):rep(60)
local text = table.concat(parts, " ")
while true do load(text) end
