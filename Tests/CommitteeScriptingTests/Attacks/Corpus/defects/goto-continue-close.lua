-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Jumps out of blocks close what they leave.
-- expect: ok 3
local n = 0
for i = 1, 3 do
  local x <close> = setmetatable({}, { __close = function() n = n + 1 end })
  goto continue
  ::continue::
end
return n
