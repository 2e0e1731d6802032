-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A result that is no UTF-8.
-- expect: result
return utf8.char(0xD800)
