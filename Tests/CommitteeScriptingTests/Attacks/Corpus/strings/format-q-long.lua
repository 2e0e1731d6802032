-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %q makes six bytes of one.
-- expect: fuel
local s = ("\0"):rep(300000)
while true do local q = ("%q"):format(s) end
