-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Suspended coroutines, kept.
-- expect: fuel
local t = {}
while true do
  local c = coroutine.create(function() coroutine.yield() end)
  coroutine.resume(c)
  t[#t + 1] = c
end
