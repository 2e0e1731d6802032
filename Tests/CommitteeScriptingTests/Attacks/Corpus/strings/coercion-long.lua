-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Arithmetic turns texts into numbers without calling a function.
-- expect: fuel|time
-- limits: ms=300
local s = ("0"):rep(1000000) .. "1"
while true do local n = s + 1 end
