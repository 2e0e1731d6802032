-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A variable to be closed that never is, by an error.
-- expect: fuel
local ok = pcall(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  error("out")
end)
return "escaped"
