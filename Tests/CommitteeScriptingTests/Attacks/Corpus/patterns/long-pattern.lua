-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A pattern of sixty thousand letters.
-- expect: ok true
-- limits: ms=300
local p = ("x"):rep(60000)
return (("x"):rep(59999):find(p) == nil)
