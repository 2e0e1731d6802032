-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Any integer at all.
-- expect: ok
return math.random(0)
