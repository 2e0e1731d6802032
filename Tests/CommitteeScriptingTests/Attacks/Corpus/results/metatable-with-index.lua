-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Its handlers are never asked.
-- expect: result "has a metatable"
return { a = setmetatable({}, { __index = function() while true do end end, __len = function() while true do end end, __pairs = function() while true do end end }) }
