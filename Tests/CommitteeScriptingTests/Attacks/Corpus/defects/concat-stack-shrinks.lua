-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metamethod that catches an error, so that the stack becomes smaller.
-- expect: ok "done"
-- limits: fuel=5000000 memory=4
local function deep(n) if n == 0 then error("x") end return 1 + deep(n - 1) end
local t = setmetatable({}, { __concat = function() pcall(deep, 1500) return "x" end })
for i = 1, 30 do local s = t .. "a" .. "b" .. t .. "c" .. t end
return "done"
