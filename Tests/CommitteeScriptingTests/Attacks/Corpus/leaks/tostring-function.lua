-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor of a function.
-- expect: ok true
return tostring(print):find("0x") == nil and tostring(print) == tostring(pairs)
