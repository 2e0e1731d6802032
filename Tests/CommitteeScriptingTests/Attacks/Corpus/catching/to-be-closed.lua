-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A closing handler would run when the loop is stopped.
-- expect: fuel
do
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  while true do end
end
