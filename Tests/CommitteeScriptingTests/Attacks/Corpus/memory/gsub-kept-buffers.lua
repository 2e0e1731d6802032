-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Coroutines that stop in the middle of a long replacement.
-- expect: fuel
local all = {}
for i = 1, 100000 do
  local co = coroutine.create(function()
    return (("x"):rep(10000):gsub("x", function() coroutine.yield() end))
  end)
  coroutine.resume(co)
  all[i] = co
end
