-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table nested a thousand deep.
-- expect: result "nested more than 64 deep"
local t = {}
for i = 1, 1000 do t = { t } end
return t
