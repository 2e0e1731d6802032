-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that yields.
-- expect: ok "false"
local co = coroutine.wrap(function() return xpcall(error, function() coroutine.yield(1) end) end)
local a, b = co()
return tostring(a)
