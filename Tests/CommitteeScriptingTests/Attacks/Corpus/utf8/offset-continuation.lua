-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A megabyte of continuation bytes.
-- expect: fuel
-- limits: ms=300
local s = ("\x80"):rep(1000000)
while true do pcall(utf8.offset, s, -1) end
