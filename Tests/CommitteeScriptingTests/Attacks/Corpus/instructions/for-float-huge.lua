-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop of floats without an end.
-- expect: fuel
for x = 0, math.huge, 5e-324 do end
