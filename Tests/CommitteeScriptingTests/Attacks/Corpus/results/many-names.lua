-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Twenty thousand names.
-- expect: ok
local t = {}
for i = 1, 20000 do t["name" .. i] = i end
return t
