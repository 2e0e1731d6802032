-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors in wrapped coroutines close them, each inside the one before.
-- expect: ok 1
local function f(n)
  return coroutine.wrap(function()
    local x <close> = setmetatable({}, { __close = function() f(n + 1) end })
    error("x")
  end)()
end
pcall(f, 1)
return 1
