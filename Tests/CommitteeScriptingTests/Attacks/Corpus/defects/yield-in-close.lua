-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A closing handler that yields.
-- expect: ok 1
local c = coroutine.wrap(function()
  local x <close> = setmetatable({}, { __close = function() coroutine.yield(2) end })
  return 1
end)
local a, b = c(), c()
return 1
