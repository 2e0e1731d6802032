-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Walking to the end of a megabyte, without end.
-- expect: fuel
-- limits: ms=300
local s = ("x"):rep(1000000)
while true do utf8.offset(s, 1000000) end
