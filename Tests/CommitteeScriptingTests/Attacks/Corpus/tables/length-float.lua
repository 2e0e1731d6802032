-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length that is a float.
-- expect: lua "object length is not an integer"
local t = setmetatable({ 1, 2 }, { __len = function() return 2.5 end })
return table.concat(t)
