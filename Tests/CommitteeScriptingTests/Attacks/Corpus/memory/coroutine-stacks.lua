-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Suspended coroutines, each with a deep stack.
-- expect: memory|fuel|stack
local t = {}
local function deep(n) if n == 0 then coroutine.yield() end return 1 + deep(n - 1) end
while true do
  local c = coroutine.create(deep)
  coroutine.resume(c, 1000)
  t[#t + 1] = c
end
