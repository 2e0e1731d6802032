-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nothing, repeated 10^18 times, must not take 10^18 turns.
-- expect: ok 0
return #(""):rep(1e18)
