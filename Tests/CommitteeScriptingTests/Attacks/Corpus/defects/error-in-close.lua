-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors in closing handlers replace one another.
-- expect: lua
local function f(n)
  local x <close> = setmetatable({}, { __close = function() error("close " .. n) end })
  if n > 0 then f(n - 1) end
  error("body")
end
f(50)
