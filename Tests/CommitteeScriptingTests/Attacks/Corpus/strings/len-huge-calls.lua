-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The length of a long text costs nothing; asking it for ever does.
-- expect: fuel
local s = ("x"):rep(1000000)
while true do local n = s:len() end
