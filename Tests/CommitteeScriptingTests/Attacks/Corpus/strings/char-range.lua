-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A code that is no byte.
-- expect: lua "value out of range"
return string.char(256)
