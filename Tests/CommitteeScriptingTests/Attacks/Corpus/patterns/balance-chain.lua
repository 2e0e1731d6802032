-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Balances one after the other.
-- expect: fuel
-- limits: ms=300
return ((("("):rep(100) .. (")"):rep(100)):rep(50):find(("%b()"):rep(20) .. "x") == nil)
