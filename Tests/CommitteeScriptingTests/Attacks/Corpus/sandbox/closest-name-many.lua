-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table of thirty thousand names is not searched for every slip without being paid for.
-- expect: fuel
for i = 1, 20000 do string["name" .. i] = i end
while true do pcall(function() return strong end) end
