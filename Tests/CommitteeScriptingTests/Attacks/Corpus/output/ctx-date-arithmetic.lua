-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A date moved by the largest number of days.
-- expect: lua|ok
-- args: report
local doc, ctx = ...
local d = ctx.date("2026-02-28")
return tostring(d + math.maxinteger)
