-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- pcall around a loop, and more work after it.
-- expect: fuel
pcall(function() while true do end end)
return "escaped"
