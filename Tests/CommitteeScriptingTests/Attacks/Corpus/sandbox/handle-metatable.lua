-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The metatable that all handles share cannot be had or changed.
-- expect: ok
-- args: report
local doc = ...
local m = getmetatable(doc)
return type(m) ~= "table"
