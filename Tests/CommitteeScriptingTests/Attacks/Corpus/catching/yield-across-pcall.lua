-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Yields across pcall keep the count of what is left.
-- expect: fuel
local c = coroutine.wrap(function()
  while true do pcall(function() coroutine.yield() error("x") end) end
end)
while true do c() end
