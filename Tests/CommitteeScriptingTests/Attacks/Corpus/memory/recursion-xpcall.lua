-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through xpcall.
-- expect: ok true
local function f() return xpcall(f, f) end
return (f())
