-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A back reference to a long capture, from every place.
-- expect: fuel
-- limits: ms=300
return (("ab"):rep(3000):find("(.+)%1%1%1x") == nil)
