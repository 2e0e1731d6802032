-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table that grows while it is walked.
-- expect: ok true
local t = { a = 1 }
local n = 0
for k in next, t do n = n + 1 t["b" .. n] = 1 if n > 1000 then break end end
return n > 0
