-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Three lazy repetitions over thirty thousand bytes.
-- expect: fuel
-- limits: ms=300
return (("x"):rep(30000):find(".-.-.-y"))
