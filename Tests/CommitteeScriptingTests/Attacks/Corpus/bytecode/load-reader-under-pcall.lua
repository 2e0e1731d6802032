-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same under pcall.
-- expect: fuel
-- allow: load
pcall(load, function() while true do end end)
return "escaped"
