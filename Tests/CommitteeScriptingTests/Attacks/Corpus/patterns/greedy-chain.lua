-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same, greedy.
-- expect: fuel
-- limits: ms=300
return (("a"):rep(3000):match(("a*"):rep(15) .. "b"))
