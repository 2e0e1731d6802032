-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The main function cannot yield to the host.
-- expect: lua "attempt to yield from outside a coroutine"
coroutine.yield(1)
