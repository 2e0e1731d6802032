-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two hundred directives for one byte.
-- expect: ok 200
local t = {}
for i = 1, 200 do t[i] = 65 end
return #string.format(("%c"):rep(200), table.unpack(t))
