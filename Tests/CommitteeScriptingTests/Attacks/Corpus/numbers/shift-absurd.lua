-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Shifts by more than the width.
-- expect: ok 0
return 1 << 64 | 1 >> 64 | 1 << math.maxinteger | 1 >> math.mininteger
