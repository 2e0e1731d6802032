-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method may be called from a coroutine.
-- expect: ok 1
-- args: report
local doc = ...
coroutine.wrap(function() doc:heading(1, "x") end)()
return 1
