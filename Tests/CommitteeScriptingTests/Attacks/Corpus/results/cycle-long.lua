-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A ring of fifty tables.
-- expect: result "contains itself"
local first = {}
local t = first
for i = 1, 50 do t.n = {} t = t.n end
t.n = first
return first
