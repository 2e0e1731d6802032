-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lengths that ask for lengths.
-- expect: stack
local f = setmetatable({}, {})
getmetatable(f).__len = function(t) return #t end
return #f
