-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Line ends of every kind; the line of the error is counted as Lua counts.
-- expect: ok "t:6: unexpected symbol near '='"
-- allow: load
local f, why = load("\r\n\n\r\r\n\n\nx = = 1", "=t")
return why
