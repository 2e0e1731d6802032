-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sorting inside the comparator of a sort.
-- expect: stack
local function f() table.sort({ 3, 2, 1 }, f) return false end
f()
