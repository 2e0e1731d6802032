-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor is infinity.
-- expect: result "is infinite"
return 1 / 0
