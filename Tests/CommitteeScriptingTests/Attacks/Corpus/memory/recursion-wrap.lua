-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through coroutines.
-- expect: stack
local function f() return coroutine.wrap(f)() end
return f()
