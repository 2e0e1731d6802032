-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The main function cannot yield.
-- expect: ok false
return coroutine.isyieldable()
