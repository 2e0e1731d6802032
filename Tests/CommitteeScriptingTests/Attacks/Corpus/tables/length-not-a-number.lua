-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length that is no number.
-- expect: lua "object length is not an integer"
local t = setmetatable({}, { __len = function() return "many" end })
return table.insert(t, 1)
