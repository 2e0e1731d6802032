-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The main thread cannot be closed.
-- expect: lua
coroutine.close((coroutine.running()))
