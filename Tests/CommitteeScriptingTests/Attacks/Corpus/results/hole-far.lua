-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list with one item, far away.
-- expect: result "is missing"
return { [1000000000] = 1 }
