-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- table.concat of a list of references to one text.
-- expect: string
local s, t = ("x"):rep(100000), {}
for i = 1, 10000 do t[i] = s end
return table.concat(t)
