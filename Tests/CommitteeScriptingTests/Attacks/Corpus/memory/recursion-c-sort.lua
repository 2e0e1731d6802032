-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through sort.
-- expect: stack
local function f() table.sort({ 2, 1 }, f) end
return f()
