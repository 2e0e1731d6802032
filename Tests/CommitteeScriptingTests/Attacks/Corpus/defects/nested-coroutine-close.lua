-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Each closing handler closes a coroutine whose closing handler does the same.
-- expect: ok 1
local function f()
  local c = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = f })
    coroutine.yield()
  end)
  coroutine.resume(c)
  coroutine.close(c)
end
f()
return 1
