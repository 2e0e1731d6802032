-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- How a table is laid out cannot be asked for.
-- expect: ok
local t = {}
for i = 1, 100 do t["k" .. i] = true end
return type(#t)
