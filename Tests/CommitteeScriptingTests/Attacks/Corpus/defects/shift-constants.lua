-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Constants of both kinds in bitwise operations.
-- expect: ok [12,-244,15,4096,48]
local x = 12
return { x & 0xFF.0, ~0xFF | x, x ~ 3.0, 1 << x, x >> -2 }
