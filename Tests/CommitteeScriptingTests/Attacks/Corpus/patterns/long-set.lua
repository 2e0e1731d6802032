-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A set of thirty thousand ranges, asked at every place.
-- expect: ok true
-- limits: ms=300
return (("x"):rep(30000):find("[" .. ("a-b"):rep(10000) .. "]") == nil)
