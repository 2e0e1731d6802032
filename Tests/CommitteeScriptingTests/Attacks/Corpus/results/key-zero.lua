-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A key of nought.
-- expect: result "neither a name nor a position"
return { [0] = 1 }
