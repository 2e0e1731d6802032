-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Changing the case of a long text, without end.
-- expect: fuel
local s = ("x"):rep(100000)
while true do s:upper() end
