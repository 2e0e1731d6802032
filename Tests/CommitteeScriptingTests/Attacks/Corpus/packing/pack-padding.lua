-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Padding bytes by the million.
-- expect: fuel
-- limits: ms=300
local f = ("x"):rep(1000000)
while true do local s = string.pack(f) end
