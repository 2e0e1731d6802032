-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine as an iterator that never ends.
-- expect: fuel
for x in coroutine.wrap(function() while true do coroutine.yield(1) end end) do end
