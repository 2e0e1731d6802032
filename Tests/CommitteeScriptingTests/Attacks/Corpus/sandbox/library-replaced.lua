-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A library function replaced is replaced in this run only.
-- expect: ok "mine"
string.upper = function() return "mine" end
return ("x"):upper()
