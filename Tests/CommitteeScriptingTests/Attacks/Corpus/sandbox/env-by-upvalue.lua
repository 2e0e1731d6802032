-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The environment as an upvalue that is set.
-- expect: ok 5
local function f() return x end
local _ENV = { x = 5 }
return x
