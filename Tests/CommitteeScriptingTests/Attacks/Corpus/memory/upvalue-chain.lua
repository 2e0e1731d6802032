-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Closures, each of which holds the one before.
-- expect: memory|fuel
local f = function() end
while true do local g = f f = function() return g end end
