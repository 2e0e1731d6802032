-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Recursion through gsub.
-- expect: stack
local function f() return (("x"):gsub("x", f)) end
return f()
