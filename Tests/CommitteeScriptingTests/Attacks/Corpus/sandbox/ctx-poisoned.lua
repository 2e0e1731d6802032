-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The context cannot be changed.
-- expect: lua
-- args: report
local doc, ctx = ...
ctx.today = 1
