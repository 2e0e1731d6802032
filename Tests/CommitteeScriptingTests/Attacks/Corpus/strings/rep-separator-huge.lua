-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nothing, with a separator, repeated 10^12 times.
-- expect: lua "resulting string too large"
return (""):rep(1e12, "x")
