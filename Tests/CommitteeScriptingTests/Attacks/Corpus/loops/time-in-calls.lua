-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The clock is seen in calls of C functions.
-- expect: time
-- limits: fuel=1000000000000 ms=200
while true do math.floor(1.5) end
