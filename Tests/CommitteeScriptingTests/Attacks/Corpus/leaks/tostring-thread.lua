-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor of a coroutine.
-- expect: ok true
return tostring(coroutine.create(print)):find("0x") == nil
