-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same, greedy.
-- expect: fuel|time
-- limits: ms=1000
return (("a"):rep(3000):match(("a*"):rep(15) .. "b"))
