-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Each of a thousand coroutines closes the one before, and says so when it cannot.
-- expect: ok true
local last = false
for i = 1, 1000 do
  local before = last
  last = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function() if before then assert(coroutine.close(before)) end end })
    coroutine.yield()
  end)
  coroutine.resume(last)
end
return select(2, coroutine.close(last)):find("C stack overflow", 1, true) ~= nil
