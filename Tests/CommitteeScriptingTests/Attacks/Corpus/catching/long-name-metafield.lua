-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A __name as long as a text may be, in an error text.
-- expect: lua
local t = setmetatable({}, { __name = ("n"):rep(1000000) })
return t + 1
