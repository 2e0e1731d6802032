-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Error texts of a megabyte each, caught in a loop.
-- expect: memory|time
local t = setmetatable({}, { __name = ("n"):rep(1000000) })
while true do pcall(function() return math.floor(t) end) end
