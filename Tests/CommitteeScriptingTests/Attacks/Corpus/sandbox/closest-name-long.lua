-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The search for the closest name is bounded.
-- expect: lua "unknown global"
return _G[("x"):rep(1000000)]
