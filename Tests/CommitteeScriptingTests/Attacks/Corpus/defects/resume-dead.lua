-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A dead coroutine stays dead.
-- expect: ok false
local c = coroutine.create(function() end)
coroutine.resume(c)
return (coroutine.resume(c))
