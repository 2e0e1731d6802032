-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The running coroutine cannot close itself.
-- expect: lua "cannot close a running coroutine"
coroutine.wrap(function() coroutine.close((coroutine.running())) end)()
