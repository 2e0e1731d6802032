-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A coroutine is no value.
-- expect: result "is a thread"
return coroutine.create(print)
