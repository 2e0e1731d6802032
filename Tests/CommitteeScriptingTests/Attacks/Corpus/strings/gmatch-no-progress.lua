-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Empty matches move on.
-- expect: ok 11
local n = 0
for _ in ("xxxxxxxxxx"):gmatch("") do n = n + 1 end
return n
