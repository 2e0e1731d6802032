-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion of Lua functions.
-- expect: stack
local function f(a, b, c, d) return 1 + f(a, b, c, d) end
return f()
