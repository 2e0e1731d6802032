-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A key below one.
-- expect: result "neither a name nor a position"
return { [-1] = 1 }
