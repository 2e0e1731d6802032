-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sixty deep is fine.
-- expect: ok
local t = 1
for i = 1, 60 do t = { t } end
return t
