-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop whose step is lost in rounding.
-- expect: fuel
for x = 2 ^ 53, 2 ^ 53 + 2, 0.25 do end
return 1
