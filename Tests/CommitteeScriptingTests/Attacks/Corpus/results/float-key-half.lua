-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A position that is a half.
-- expect: result "the result has a key that is neither a name nor a position"
return { "a", [1.5] = "b" }
