-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A weak table whose __newindex is garbage when the table is asked.
-- expect: fuel|time
-- limits: ms=300
local i = 0
while true do
  i = i + 1
  local t = setmetatable({}, { __mode = "v", __newindex = setmetatable({}, { __newindex = function() end }) })
  t[i] = ("x"):rep(1000) .. i
end
