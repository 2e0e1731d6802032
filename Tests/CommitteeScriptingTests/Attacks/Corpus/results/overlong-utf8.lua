-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A slash in two bytes.
-- expect: result "is not UTF-8"
return "\xc0\xaf"
