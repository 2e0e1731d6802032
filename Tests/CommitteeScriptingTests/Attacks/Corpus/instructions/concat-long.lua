-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One instruction that joins a megabyte with one letter.
-- expect: fuel|memory|string|time
-- limits: ms=300
local s = ("x"):rep(1000000)
while true do local r = s .. "y" end
