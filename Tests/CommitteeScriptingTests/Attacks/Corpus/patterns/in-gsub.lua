-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Backtracking in a replacement.
-- expect: fuel
-- limits: ms=300
return (("a"):rep(30000):gsub((".-"):rep(10) .. "b", ""))
