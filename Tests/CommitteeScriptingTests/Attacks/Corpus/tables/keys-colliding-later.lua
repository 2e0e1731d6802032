-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Numbers chosen to collide when a table grows to its largest.
-- expect: ok 1
-- limits: ms=2000
local t = {}
local step = 32767 * 16383
for i = 1, 16384 do t[i * step] = true end
t[-1] = true
return 1
