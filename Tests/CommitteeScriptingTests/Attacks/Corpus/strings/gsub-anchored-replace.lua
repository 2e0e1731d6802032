-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A replacement that doubles the text, by a function that calls gsub.
-- expect: string
local function grow(s) return s:gsub(".+", function(x) return grow(x .. x) end) end
return grow("ab")
