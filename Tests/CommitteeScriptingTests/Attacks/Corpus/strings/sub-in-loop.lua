-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Almost all of a long text, cut out without end.
-- expect: fuel
local s = ("x"):rep(100000)
local i = 0
while true do i = i % 100 + 1 s:sub(i) end
