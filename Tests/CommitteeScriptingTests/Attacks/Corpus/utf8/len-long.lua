-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Counting the characters of a megabyte, without end.
-- expect: fuel|time
-- limits: ms=300
local s = ("é"):rep(500000)
while true do utf8.len(s) end
