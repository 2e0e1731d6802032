-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside __call.
-- expect: fuel
pcall(setmetatable({}, { __call = function() while true do end end }))
return "escaped"
