-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two functions that call each other in tail position.
-- expect: fuel
local g
local function f() return g() end
function g() return f() end
return f()
