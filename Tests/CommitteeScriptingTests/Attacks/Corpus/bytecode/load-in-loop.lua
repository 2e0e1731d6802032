-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Compiling without end.
-- expect: fuel|time
-- limits: ms=300
-- allow: load
local s = ("local a = 1 "):rep(150)
while true do load(s) end
