-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The rest of a division by nought.
-- expect: lua "attempt to perform 'n%0'"
return 1 % 0
