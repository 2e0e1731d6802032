-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A match of a long text, again and again.
-- expect: fuel
local s = ("x"):rep(100000)
while true do local m = s:match("^(.*)$") end
