-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A code beyond what there is.
-- expect: lua "value out of range"
return utf8.char(-1)
