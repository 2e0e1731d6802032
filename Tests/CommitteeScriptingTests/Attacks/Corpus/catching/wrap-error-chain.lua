-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors that go through many wraps, each adding its place.
-- expect: fuel
local function f(n)
  if n == 0 then error("deep") end
  return coroutine.wrap(f)(n - 1)
end
while true do pcall(f, 20) end
