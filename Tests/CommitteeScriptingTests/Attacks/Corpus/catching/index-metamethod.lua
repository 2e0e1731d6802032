-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside __index.
-- expect: fuel
local t = setmetatable({}, { __index = function() while true do end end })
pcall(function() return t.x end)
return "escaped"
