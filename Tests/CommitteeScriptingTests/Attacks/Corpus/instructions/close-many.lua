-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A hundred to-be-closed variables in every call.
-- expect: fuel|time
-- limits: ms=300
local mt = { __close = function() end }
local function f(n)
  local a <close>, b = setmetatable({}, mt)
  if n > 0 then return (f(n - 1)) end
end
while true do pcall(f, 150) end
