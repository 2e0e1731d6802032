-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A closing handler runs at the end of its block, once.
-- expect: ok 1
local n = 0
do local x <close> = setmetatable({}, { __close = function() n = n + 1 end }) end
return n
