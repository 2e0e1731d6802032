-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An __index on a library is only the plugin's own trouble.
-- expect: fuel
setmetatable(string, { __index = function() while true do end end })
return ("x").anything
