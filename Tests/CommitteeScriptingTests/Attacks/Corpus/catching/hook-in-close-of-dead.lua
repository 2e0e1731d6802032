-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Counting goes on while an error closes variables.
-- expect: fuel
local c = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  error("x")
end)
coroutine.resume(c)
coroutine.close(c)
return "escaped"
