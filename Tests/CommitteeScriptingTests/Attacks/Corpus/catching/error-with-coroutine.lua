-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine that fails with the coroutine itself.
-- expect: ok "dead"
local co
co = coroutine.create(function() error(co) end)
local ok, why = coroutine.resume(co)
return why == co and coroutine.status(co)
