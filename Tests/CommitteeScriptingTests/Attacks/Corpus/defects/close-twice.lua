-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Closing what is closed does nothing.
-- expect: ok true
local c = coroutine.create(function() coroutine.yield() end)
coroutine.resume(c)
coroutine.close(c)
return (coroutine.close(c))
