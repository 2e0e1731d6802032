-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An item at the largest position there is.
-- expect: result "is missing"
return { [math.maxinteger] = 1 }
