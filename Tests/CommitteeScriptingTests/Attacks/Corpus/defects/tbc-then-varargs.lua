-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A function with values to be closed and many arguments.
-- expect: ok 4002
local closed = 0
local function f(...)
  local x <close> = setmetatable({}, { __close = function(...) closed = closed + select("#", ...) end })
  return ...
end
local t = {}
for i = 1, 4000 do t[i] = i end
return select("#", f(table.unpack(t))) + closed
