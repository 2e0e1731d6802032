-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two coroutines that hand control to and fro.
-- expect: fuel
local a = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do a() end
