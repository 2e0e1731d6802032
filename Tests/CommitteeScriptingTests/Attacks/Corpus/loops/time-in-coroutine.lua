-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The clock is seen inside a coroutine.
-- expect: time
-- limits: fuel=1000000000000 ms=200
coroutine.wrap(function() while true do end end)()
