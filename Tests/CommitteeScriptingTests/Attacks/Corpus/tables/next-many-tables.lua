-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Walks of a thousand tables at once.
-- expect: ok 9000
local all = {}
for i = 1, 1000 do all[i] = { a = 1, b = 2, c = 3 } end
local n = 0
for round = 1, 3 do
  for i = 1, 1000 do local k = next(all[i]) while k do n = n + 1 k = next(all[i], k) end end
end
return n
