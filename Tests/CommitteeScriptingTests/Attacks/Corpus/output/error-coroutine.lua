-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error that is a coroutine.
-- expect: lua "error was called with a thread"
error(coroutine.create(print))
