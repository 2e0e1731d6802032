-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A protected metatable stays.
-- expect: lua "protected metatable"
local t = setmetatable({}, { __metatable = "mine" })
setmetatable(t, {})
