-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Half of a pair.
-- expect: result "is not UTF-8"
return "\xed\xa0\x80"
