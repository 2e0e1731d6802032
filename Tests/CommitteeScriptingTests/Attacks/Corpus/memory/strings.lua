-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Different short texts, kept.
-- expect: fuel
local t, i = {}, 0
while true do i = i + 1 t[i] = "text number " .. i end
