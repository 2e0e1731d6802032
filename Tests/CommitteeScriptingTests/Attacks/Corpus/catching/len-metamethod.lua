-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside __len, asked by table.unpack.
-- expect: fuel
local t = setmetatable({}, { __len = function() while true do end end })
pcall(table.unpack, t)
return "escaped"
