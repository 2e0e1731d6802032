-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Whole division by nought.
-- expect: lua "attempt to divide by zero"
return 1 // 0
