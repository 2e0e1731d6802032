-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- No number between two and one.
-- expect: lua "interval is empty"
return math.random(2, 1)
