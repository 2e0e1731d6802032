-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Host objects have no order.
-- expect: lua
-- args: report
local doc, ctx = ...
return doc < ctx
