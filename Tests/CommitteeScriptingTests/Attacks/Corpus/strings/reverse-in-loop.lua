-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Turning a long text round, without end.
-- expect: fuel
local s = ("x"):rep(100000)
while true do s:reverse() end
