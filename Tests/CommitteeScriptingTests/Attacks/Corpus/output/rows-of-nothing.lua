-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- ctx.rows of things that are no lists.
-- expect: lua|ok
-- args: report
local doc, ctx = ...
ctx.rows(1, "x")
