-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A wrapped coroutine used again after its error.
-- expect: ok 1
local f = coroutine.wrap(function() local x <close> = setmetatable({}, { __close = function() error("c") end }) error("b") end)
pcall(f) pcall(f) pcall(f)
return 1
