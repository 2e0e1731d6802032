-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A for loop whose closing value yields.
-- expect: ok
local c = coroutine.wrap(function()
  for i in function(_, n) n = (n or 0) + 1 if n < 3 then return n end end, nil, nil,
    setmetatable({}, { __close = function() coroutine.yield("closing") end }) do coroutine.yield(i) end
end)
return { c(), c(), c() }
