-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of __call that only leads to another.
-- expect: stack
local t = setmetatable({}, {})
getmetatable(t).__call = t
return t()
