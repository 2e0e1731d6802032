-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop whose float never grows, since the step is lost in rounding.
-- expect: fuel
for x = 2 ^ 53, 2 ^ 53 + 2, 0.5 do end
for x = 1, math.huge do end
