-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __pairs hands out an iterator without end.
-- expect: fuel
local t = setmetatable({}, { __pairs = function() return function() return 1 end end })
for _ in pairs(t) do end
