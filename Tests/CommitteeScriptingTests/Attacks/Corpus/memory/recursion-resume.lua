-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through coroutines that catch.
-- expect: ok 1
local function f() return coroutine.resume(coroutine.create(f)) end
f()
return 1
