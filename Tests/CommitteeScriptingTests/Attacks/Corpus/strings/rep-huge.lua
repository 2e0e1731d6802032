-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text of 10^18 bytes.
-- expect: lua "resulting string too large"
return ("x"):rep(1e18)
