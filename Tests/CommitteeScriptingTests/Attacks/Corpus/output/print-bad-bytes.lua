-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bytes that are no characters, in the log.
-- expect: ok 1
print("\xff\0\27[2J")
return 1
