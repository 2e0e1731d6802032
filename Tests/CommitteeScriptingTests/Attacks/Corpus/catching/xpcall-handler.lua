-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that would go on where the loop was stopped.
-- expect: fuel
xpcall(function() while true do end end, function() while true do end end)
return "escaped"
