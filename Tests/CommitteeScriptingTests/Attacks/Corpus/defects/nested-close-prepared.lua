-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of ten thousand coroutines, each closing the one before.
-- expect: fuel
local last
for i = 1, 10000 do
  local before = last
  last = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function() if before then coroutine.close(before) end end })
    coroutine.yield()
  end)
  coroutine.resume(last)
end
coroutine.close(last)
return 1
