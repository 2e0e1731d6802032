-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A yield in the middle of a concatenation.
-- expect: ok
local t = setmetatable({}, { __index = function(_, k) coroutine.yield() return "x" end, __len = function() return 3 end })
local co = coroutine.create(function() return table.concat(t) end)
return select(2, coroutine.resume(co))
