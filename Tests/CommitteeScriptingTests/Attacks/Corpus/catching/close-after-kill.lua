-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A to-be-closed variable in a coroutine that is out of fuel.
-- expect: fuel
local done
local c = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() done = true while true do end end })
  while true do end
end)
coroutine.resume(c)
coroutine.close(c)
return done
