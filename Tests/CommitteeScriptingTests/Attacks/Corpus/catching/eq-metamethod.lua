-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside __eq.
-- expect: fuel
local mt = { __eq = function() while true do end end }
pcall(function() return setmetatable({}, mt) == setmetatable({}, mt) end)
return "escaped"
