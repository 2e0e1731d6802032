-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- randomseed without a seed gives the host's again.
-- expect: ok true
math.randomseed()
local a = math.random(1 << 30)
math.randomseed()
return a == math.random(1 << 30)
