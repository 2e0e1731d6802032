-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Each call passes on all its values and one more.
-- expect: stack
local function f(...) return f(1, ...) end
return f()
