-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nothing catches the clock.
-- expect: time
-- limits: fuel=1000000000000 ms=200
while true do pcall(function() while true do end end) end
