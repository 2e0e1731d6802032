-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors at the very edge of the Lua stack, again and again.
-- expect: fuel
local function f() return pcall(f) end
while true do f() end
