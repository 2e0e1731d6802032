-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Coroutines that each hold a closure of the one before.
-- expect: fuel
local last = function() end
while true do
  local before = last
  local co = coroutine.wrap(function() coroutine.yield(before) end)
  co()
  last = co
end
