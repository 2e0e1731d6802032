-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A library may be changed for the run, and only for it.
-- expect: ok "mine"
string.upper = function() return "mine" end
return ("x"):upper()
