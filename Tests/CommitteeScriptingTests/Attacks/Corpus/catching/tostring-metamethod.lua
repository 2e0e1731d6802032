-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __tostring that loops, asked by tostring, print and error.
-- expect: fuel
local t = setmetatable({}, { __tostring = function() while true do end end })
pcall(tostring, t)
pcall(print, t)
return "escaped"
