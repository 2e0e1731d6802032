-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A date format of a megabyte.
-- expect: lua|ok|string|memory|fuel
-- args: report
local doc, ctx = ...
return #ctx.date("2026-02-28"):format(("d MMMM yyyy "):rep(80000))
