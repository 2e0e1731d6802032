-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside __pairs.
-- expect: fuel
pcall(pairs, setmetatable({}, { __pairs = function() while true do end end }))
return "escaped"
