-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- With fuel in plenty, the clock ends a loop.
-- expect: time
-- limits: fuel=1000000000000 ms=200
while true do end
