-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader cannot yield.
-- expect: ok 1
-- allow: load
local c = coroutine.create(function() return load(function() coroutine.yield() end) end)
coroutine.resume(c)
return 1
