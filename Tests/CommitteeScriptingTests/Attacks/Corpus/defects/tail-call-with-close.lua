-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A tail call that is none, since a value is to be closed.
-- expect: stack
local function f(n)
  local x <close> = setmetatable({}, { __close = function() end })
  if n == 0 then return 0 end
  return f(n - 1)
end
return f(100000)
