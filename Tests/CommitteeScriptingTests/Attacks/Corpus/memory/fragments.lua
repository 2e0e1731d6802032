-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Texts of every length, every second one dropped.
-- expect: fuel
-- limits: memory=8
local keep = {}
for i = 1, 1e9 do keep[i] = ("x"):rep(i % 500 + 1) .. i if i % 2 == 0 then keep[i - 1] = false end end
