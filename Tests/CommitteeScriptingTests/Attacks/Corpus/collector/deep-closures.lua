-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same with closures.
-- expect: memory|fuel
-- limits: ms=300
local f
while true do local g = f f = function() return g end end
