-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A value that is no data, deep inside.
-- expect: result "the result[1][1][1] is a thread"
return { { { coroutine.create(print) } } }
