-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Positions that are floats.
-- expect: ok
return { [1.0] = "a", [2.0] = "b" }
