-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Many iterators over a long text, each used once.
-- expect: fuel
local s, kept = ("x"):rep(100000), {}
while true do kept[#kept % 100 + 1] = s:gmatch("x") ; kept[1]() end
