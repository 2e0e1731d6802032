-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A numeric loop over every integer there is.
-- expect: fuel
for i = math.mininteger, math.maxinteger do end
