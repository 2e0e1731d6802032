-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Joining a billion items that __index invents.
-- expect: fuel
local t = setmetatable({}, { __len = function() return 1000000000 end, __index = function() return "x" end })
return #table.concat(t)
