-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A code beyond U+10FFFF in a result.
-- expect: result
return utf8.char(0x110000)
