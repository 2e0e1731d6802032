-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- 2^53 as a float and as an integer are one key.
-- expect: ok 1
local t = {}
t[2 ^ 53] = 1
return t[1 << 53]
