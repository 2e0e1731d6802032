-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors with levels of every size.
-- expect: fuel
local i = 0
while true do i = i + 1 pcall(error, "x", i) pcall(error, "x", math.maxinteger) pcall(error, "x", -i) end
