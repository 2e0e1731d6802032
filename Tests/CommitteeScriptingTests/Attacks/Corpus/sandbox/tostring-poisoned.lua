-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The host does not call what a plugin put in place of its functions.
-- expect: ok
local ok = pcall(function() rawset(_G, "tostring", function() while true do end end) end)
print(1, 2, {})
return 1
