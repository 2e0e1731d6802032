-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Many weak tables that hold one another's keys.
-- expect: fuel|time
-- limits: ms=300
local mt, tables, keys = { __mode = "k" }, {}, {}
for i = 1, 300 do tables[i] = setmetatable({}, mt) keys[i] = {} end
for i = 1, 300 do for j = 1, 100 do tables[i][keys[j]] = keys[j % 300 + 1] end end
while true do local garbage = { {}, {} } end
