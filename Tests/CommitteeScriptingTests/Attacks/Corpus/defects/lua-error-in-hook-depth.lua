-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors at the very edge of the C stack.
-- expect: ok 1
local function f(n)
  local ok, why = pcall(string.gsub, "x", "x", function() return f(n + 1) end)
  return why
end
f(1)
return 1
