-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Weak tables whose handlers are collected while memory is short.
-- expect: fuel|time
-- limits: memory=4 ms=300
local kept, i = {}, 0
while true do
  i = i + 1
  local mt = { __mode = "k" }
  mt.__newindex = {}
  mt.__index = mt.__newindex
  local t = setmetatable({}, mt)
  t[{}] = ("z"):rep(500) .. i
  if i < 2000 then kept[i] = t end
end
