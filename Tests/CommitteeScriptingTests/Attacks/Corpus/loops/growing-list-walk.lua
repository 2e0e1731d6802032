-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A walk over a list that grows as it is walked.
-- expect: fuel
local t = { 1 }
for i, v in ipairs(t) do t[i + 1] = v end
