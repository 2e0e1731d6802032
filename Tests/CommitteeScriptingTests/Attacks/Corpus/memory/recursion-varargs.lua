-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion that carries more values each time.
-- expect: stack
local function f(...) return 1 + f(1, ...) end
return f()
