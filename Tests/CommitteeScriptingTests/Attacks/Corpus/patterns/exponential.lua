-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Many repetitions in a row, none of which can match in the end.
-- expect: fuel
-- limits: ms=300
return (("a"):rep(30000):match((".-"):rep(20) .. "b"))
