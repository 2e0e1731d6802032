-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop that is left while its iterator waits.
-- expect: ok
local closed = 0
local co = coroutine.wrap(function()
  for i in coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end), nil, nil,
      setmetatable({}, { __close = function() closed = closed + 1 coroutine.yield("in close") end }) do
    if i == 2 then break end
  end
  return "done"
end)
return { co(), co(), closed }
