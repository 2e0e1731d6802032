-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Frontiers at every place.
-- expect: fuel
-- limits: ms=300
return ((" x"):rep(20000):find(("%f[%w].-"):rep(8) .. "!") == nil)
