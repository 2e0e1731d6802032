-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dumps of a large table without end.
-- expect: fuel|memory
-- args: report
local doc, ctx = ...
local t = {}
for i = 1, 5000 do t[i] = { i, { i } } end
while true do ctx.dump(t) end
