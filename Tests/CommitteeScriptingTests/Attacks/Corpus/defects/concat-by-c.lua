-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Metamethods that are functions of the library.
-- expect: ok true
local n = 0
for _, f in ipairs({ rawequal, select, pcall, tostring, type, coroutine.wrap(function() return "x" end) }) do
  local t = setmetatable({}, { __concat = f, __tostring = function() return "t" end })
  n = n + select("#", pcall(function() return t .. 1 .. 2 .. 3 .. t .. 4 end))
end
return n > 0
