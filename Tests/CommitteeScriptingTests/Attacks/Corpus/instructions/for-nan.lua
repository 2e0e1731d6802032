-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Loops over what is no number.
-- expect: ok 1
local n = 0
for x = 0 / 0, 1 do n = n + 1 end
for x = 1, 0 / 0 do n = n + 1 end
local ok = pcall(function() for x = 1, 2, 0 / 0 do n = n + 1 end end)
return n
