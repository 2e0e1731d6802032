-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through xpcall.
-- expect: stack|ok
local function f() return xpcall(f, f) end
return (f())
