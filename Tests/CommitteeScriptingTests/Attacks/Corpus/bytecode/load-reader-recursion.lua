-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader that loads.
-- expect: ok 1
-- allow: load
local function f() return load(f) end
f()
return 1
