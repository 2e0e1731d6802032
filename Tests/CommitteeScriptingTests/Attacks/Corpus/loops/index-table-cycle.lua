-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A ring of __index tables: Lua itself gives up on it.
-- expect: lua "'__index' chain too long; possible loop"
local a, b = {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = a })
return a.x
