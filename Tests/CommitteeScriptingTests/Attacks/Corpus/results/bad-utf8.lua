-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bytes that are no characters.
-- expect: result "is not UTF-8"
return { name = "\xff\xfe" }
