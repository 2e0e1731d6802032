-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metamethod during which a collection would make the stack smaller.
-- expect: ok "done"
-- limits: fuel=5000000 memory=4
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
deep(1000)
local t = setmetatable({}, { __concat = function() for i = 1, 2000 do local x = { {} } end return "x" end })
for i = 1, 20 do local s = t .. "a" .. "b" .. t .. "c" .. t end
return "done"
