-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine that is resumed by its own closing.
-- expect: ok false
local co
co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() print(coroutine.resume(co)) print(coroutine.close(co)) end })
  coroutine.yield()
end)
coroutine.resume(co)
return (coroutine.close(co))
