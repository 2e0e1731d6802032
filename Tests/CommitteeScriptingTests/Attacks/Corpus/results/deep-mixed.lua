-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists in names in lists, sixty-six deep.
-- expect: result "the result[1].a[1].a[1].a[1].a[1].a[1].a[1].a[1].a[1].a[1].a"
local t = {}
for i = 1, 66 do t = i % 2 == 0 and { t } or { a = t } end
return t
