-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through closing handlers.
-- expect: stack
local function f()
  local x <close> = setmetatable({}, { __close = f })
end
f()
