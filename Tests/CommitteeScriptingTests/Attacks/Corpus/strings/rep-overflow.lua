-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Count times length is a little over 2^64.
-- expect: lua "resulting string too large"
return ("x"):rep(2 ^ 33 // 1 | 0, ("y"):rep(2 ^ 20 // 1 | 0))
