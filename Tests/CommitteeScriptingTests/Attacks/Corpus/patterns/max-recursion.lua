-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Single items one after the other take no depth.
-- expect: ok true
-- limits: ms=300
return (("x"):rep(200000):match(("x"):rep(1000) .. ".-$") ~= nil)
