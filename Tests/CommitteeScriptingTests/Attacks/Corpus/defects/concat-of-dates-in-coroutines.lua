-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dates joined at every depth of many coroutines.
-- expect: ok 5520
-- args: report
local doc, ctx = ...
local day = ctx.date("2026-01-02")
local function join(n, day, ...) if n == 0 then return #("a" .. day .. "b" .. day .. "c") end return join(n - 1, day + 1, ...) + 0 end
local total = 0
for n = 1, 12 do
  for more = 1, 20 do
    local day = day + more
    local t = {}
    for i = 1, more do t[i] = i end
    total = total + coroutine.wrap(function() return join(n, ctx.date("2026-01-02") + more, table.unpack(t)) end)()
  end
end
return total
