-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dates made and joined ever deeper, while the stack grows.
-- expect: ok 0
-- args: report
local doc, ctx = ...
local function join(n) local day = ctx.date("2026-01-02") + n if #("a" .. day .. "b" .. day .. "c") ~= 23 then error("wrong") end if n == 0 then return 0 end return join(n - 1) + 0 end
return join(1500)
