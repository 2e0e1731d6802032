-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Constants that are folded: shifts, divisions by zero, overflow.
-- expect: ok true
-- allow: load
return load("return 1 << 64, 1 >> -64, 1 // 0.0, -1 % math.huge, 2^1023 * 2, math.mininteger // -1, 0x7fffffffffffffff + 1 == math.mininteger")
  and (1 // 0.0) == math.huge and select("#", load("return 1 << 64, 1 >> -64, 2^1023 * 2")()) == 3
