-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The stack runs out under pcall.
-- expect: stack
local function f() return 1 + f() end
pcall(f)
return "escaped"
