-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine that resumes itself.
-- expect: ok
local c
c = coroutine.create(function() return coroutine.resume(c) end)
return (select(2, coroutine.resume(c)))
