-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The log of ctx without end.
-- expect: fuel
-- args: report
local doc, ctx = ...
while true do ctx.log(("x"):rep(1000)) end
