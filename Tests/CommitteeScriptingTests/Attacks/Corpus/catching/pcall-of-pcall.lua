-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- pcall called by pcall.
-- expect: fuel
pcall(pcall, pcall, function() while true do end end)
return "escaped"
