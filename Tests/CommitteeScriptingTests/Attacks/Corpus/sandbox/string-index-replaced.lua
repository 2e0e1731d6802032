-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The index of texts cannot be had.
-- expect: ok
local mt = getmetatable("")
return { type(mt), pcall(setmetatable, "", {}) }
