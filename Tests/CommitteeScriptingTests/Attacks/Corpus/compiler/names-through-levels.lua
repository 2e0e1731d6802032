-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Each global name is looked for among six thousand locals of sixty functions around it.
-- expect: ok true
-- limits: ms=1000
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
local made = load(text)
return made ~= nil and #text < 65536
