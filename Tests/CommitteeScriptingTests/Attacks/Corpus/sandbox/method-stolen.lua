-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method called on another object.
-- expect: lua
-- args: report
local doc, ctx = ...
doc.heading(ctx, 1, "x")
