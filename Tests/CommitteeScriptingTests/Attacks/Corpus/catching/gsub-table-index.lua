-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- gsub asks a table whose __index loops.
-- expect: fuel
local t = setmetatable({}, { __index = function() while true do end end })
pcall(string.gsub, "xxx", "x", t)
return "escaped"
