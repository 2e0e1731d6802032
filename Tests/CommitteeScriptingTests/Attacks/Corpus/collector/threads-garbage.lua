-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Coroutines as garbage, each with a grown stack.
-- expect: fuel|time
-- limits: ms=300
local function deep(n) if n == 0 then coroutine.yield() end return 1 + deep(n - 1) end
while true do coroutine.resume(coroutine.create(deep), 500) end
