-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- nil has no metatable to set.
-- expect: lua
setmetatable(nil, {})
