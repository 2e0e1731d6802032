-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A key that is a table.
-- expect: result "neither a name nor a position"
return { [{}] = 1 }
