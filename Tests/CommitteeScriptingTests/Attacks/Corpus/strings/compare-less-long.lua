-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Ordering two long texts compares every byte, by the locale's rules.
-- expect: fuel|time
-- limits: ms=300
local a, b = ("x"):rep(1000000), ("x"):rep(999999) .. "y"
while a < b do end
