-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Functions and numbers have no metatable to change.
-- expect: ok
return { getmetatable(print) == nil, getmetatable(1) == nil, getmetatable(nil) == nil, pcall(setmetatable, print, {}) }
