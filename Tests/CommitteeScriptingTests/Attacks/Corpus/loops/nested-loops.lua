-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Loops inside loops, none of them large.
-- expect: fuel
for a = 1, 1000 do for b = 1, 1000 do for c = 1, 1000 do end end end
