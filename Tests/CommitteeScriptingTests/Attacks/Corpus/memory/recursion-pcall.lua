-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through pcall.
-- expect: ok true
local function f() return pcall(f) end
local ok, e = f()
return ok
