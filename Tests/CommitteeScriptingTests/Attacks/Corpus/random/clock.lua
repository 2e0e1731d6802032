-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- There is no clock in math either.
-- expect: ok null
return math.time or math.clock
