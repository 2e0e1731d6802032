-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tail calls need no stack, so they could go on for ever.
-- expect: fuel
local function f(n) return f(n + 1) end
return f(0)
