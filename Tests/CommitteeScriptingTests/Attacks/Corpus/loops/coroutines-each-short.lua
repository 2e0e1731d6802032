-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Many coroutines, each too short for the count hook to see.
-- expect: fuel
while true do coroutine.wrap(function() local n = 0 for i = 1, 60 do n = n + i end end)() end
