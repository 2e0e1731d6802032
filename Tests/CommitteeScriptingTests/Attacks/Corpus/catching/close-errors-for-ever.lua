-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Each closing raises the next error.
-- expect: stack
local function f()
  local x <close> = setmetatable({}, { __close = function() f() end })
  error("again")
end
while true do pcall(f) end
