-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A weak table that is its own metatable and loses its handlers.
-- expect: fuel|time
-- limits: ms=300
local i = 0
while true do
  i = i + 1
  local t = { __mode = "kv" }
  t.__newindex = setmetatable({}, { __mode = "kv" })
  setmetatable(t, t)
  t[i .. "x"] = { ("y"):rep(100) .. i }
end
