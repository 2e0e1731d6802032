-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- coroutine.running tells no address.
-- expect: ok true
return tostring((coroutine.running())):find("0x") == nil
