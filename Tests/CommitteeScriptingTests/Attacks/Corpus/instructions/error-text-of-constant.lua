-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The error text names a long constant.
-- expect: fuel|time
-- limits: ms=300
local s = ("x"):rep(1000000)
while true do pcall(function() return s.y.z end) end
