-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A fault behind sixty long names.
-- expect: result "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn60.nnnnnnnnnnnnnnnnn"
local t = print
for i = 1, 60 do t = { [("n"):rep(40) .. i] = t } end
return t
