-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dates that do not exist.
-- expect: lua|ok
-- args: report
local doc, ctx = ...
return tostring(ctx.date("99999999-99-99"))
