-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method called from a coroutine, which then fails.
-- expect: ok false
-- args: report
local doc = ...
local co = coroutine.wrap(function() doc:paragraph("inside") error("after") end)
return pcall(co)
