-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Walking a host object shows names or is refused.
-- expect: lua
-- args: report
local doc = ...
for k, v in pairs(doc) do end
return 1
