-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- select from the end, quadratically.
-- expect: stack
local function f(...)
  for i = 1, select("#", ...) do local x = select(i, ...) end
end
while true do f(table.unpack({}, 1, 7000)) end
