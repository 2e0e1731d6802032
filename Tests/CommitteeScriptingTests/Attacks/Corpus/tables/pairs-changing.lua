-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- New keys during a walk.
-- expect: ok 1
local t = { a = 1 }
local n = 0
for k in pairs(t) do n = n + 1 t[k .. n] = 1 if n > 1000 then break end end
return 1
