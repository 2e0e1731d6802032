-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside a callback of gsub.
-- expect: fuel
pcall(string.gsub, "xxx", "x", function() while true do end end)
return "escaped"
