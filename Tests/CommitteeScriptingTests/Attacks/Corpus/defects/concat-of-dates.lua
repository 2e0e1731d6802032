-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dates joined at every depth of the stack.
-- expect: ok 1380
-- args: report
local doc, ctx = ...
local day = ctx.date("2026-01-02")
local function join(n) if n == 0 then return #("a" .. day .. "b" .. day .. "c") end return join(n - 1) + 0 end
local total = 0
for n = 1, 60 do total = total + join(n) end
return total
