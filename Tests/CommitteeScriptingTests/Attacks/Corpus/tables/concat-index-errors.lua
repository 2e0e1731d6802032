-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An index that raises in the middle of a concatenation.
-- expect: ok "at 51"
local t = setmetatable({}, { __index = function(_, k) if k > 50 then error("at " .. k, 0) end return "x" end, __len = function() return 100 end })
return select(2, pcall(table.concat, t))
