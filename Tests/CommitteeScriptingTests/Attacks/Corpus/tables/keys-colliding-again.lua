-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same table, filled again and again.
-- expect: fuel|time
-- limits: ms=300 fuel=1000000000
local step = 32767 * 16383
while true do
  local t = {}
  for i = 1, 16384 do t[i * step] = true end
  t[-1] = true
end
