-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine that is closed by its own closing.
-- expect: ok "cannot close a running coroutine"
local co
local why
co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() why = select(2, pcall(coroutine.close, co)) end })
  coroutine.yield()
end)
coroutine.resume(co)
coroutine.close(co)
return why
