-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Asking for the state of what is running.
-- expect: ok
local main = coroutine.running()
local co = coroutine.create(function() return coroutine.status(main) end)
return { select(2, coroutine.resume(co)), coroutine.status(main), coroutine.status(co), coroutine.isyieldable() }
