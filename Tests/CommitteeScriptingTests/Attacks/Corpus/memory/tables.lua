-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Small tables, kept.
-- expect: memory
local t = {}
while true do t = { t } end
