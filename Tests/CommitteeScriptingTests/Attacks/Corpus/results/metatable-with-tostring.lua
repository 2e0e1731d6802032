-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor is its text.
-- expect: result "has a metatable"
return setmetatable({}, { __tostring = function() while true do end end, __name = ("x"):rep(100000) })
