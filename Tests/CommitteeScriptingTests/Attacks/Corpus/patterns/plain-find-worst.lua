-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Plain search at its worst: almost a match at every place.
-- expect: fuel|time
-- limits: ms=300
local s, p = ("a"):rep(500000), ("a"):rep(1000) .. "b"
while true do s:find(p, 1, true) end
