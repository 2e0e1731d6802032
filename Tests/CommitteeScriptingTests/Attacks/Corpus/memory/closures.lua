-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Closures with variables of their own, kept.
-- expect: memory|fuel
local t = {}
while true do
  local a, b, c, d
  t[#t + 1] = function() return a, b, c, d end
end
