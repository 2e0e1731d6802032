-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Handlers at the edge of the C stack.
-- expect: ok 1
local function f() return xpcall(f, function(e) return f() end) end
for i = 1, 20 do f() end
return 1
