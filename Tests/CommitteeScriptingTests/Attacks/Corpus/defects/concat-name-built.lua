-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metamethod whose name is put together is not seen.
-- expect: lua "attempt to concatenate a table value (local 't')"
local name = "__con" .. "cat"
local t = setmetatable({}, { [name] = function() return "x" end })
return t .. "a"
