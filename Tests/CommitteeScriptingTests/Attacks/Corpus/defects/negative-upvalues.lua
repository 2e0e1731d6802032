-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A goto that jumps backwards over a local that a closure holds.
-- expect: ok [1,2,2,3]
local made = {}
do
  local i = 0
  ::top::
  local kept = i
  made[#made + 1] = function() kept = kept + 1 return kept end
  i = i + 1
  if i < 3 then goto top end
end
return { made[1](), made[1](), made[2](), made[3]() }
