-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A limit inside a coroutine is no result of resume.
-- expect: fuel
local c = coroutine.create(function() while true do end end)
coroutine.resume(c)
return "escaped"
