-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One long text a thousand times.
-- expect: output
local s, t = ("x"):rep(100000), {}
for i = 1, 1000 do t[i] = s end
return t
