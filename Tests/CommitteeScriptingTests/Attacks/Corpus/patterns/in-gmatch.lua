-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Backtracking in an iterator.
-- expect: fuel
-- limits: ms=300
for _ in ("a"):rep(30000):gmatch((".-"):rep(10) .. "b") do end
