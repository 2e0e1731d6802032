-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One table, shared twice at each of forty levels, is 2^40 values.
-- expect: fuel
local t = { 1 }
for i = 1, 40 do t = { t, t } end
return t
