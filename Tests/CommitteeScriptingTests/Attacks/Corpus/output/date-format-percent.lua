-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A date format with percent signs.
-- expect: ok|lua
-- args: report
local doc, ctx = ...
return ctx.date("2026-02-28"):format("%s%n%p")
