-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __name is put into error texts; it cannot hold a function that is called.
-- expect: lua "bad argument #1 to 'ipairs'"
local t = setmetatable({}, { __name = setmetatable({}, { __tostring = function() while true do end end }) })
ipairs()
