-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor one that waits for it.
-- expect: lua
local a
a = coroutine.create(function() coroutine.wrap(function() coroutine.close(a) end)() end)
local ok, why = coroutine.resume(a)
error(why, 0)
