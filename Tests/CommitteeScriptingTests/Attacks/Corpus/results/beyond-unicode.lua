-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A sign beyond the last.
-- expect: result "the result is not UTF-8"
return "\u{110000}"
