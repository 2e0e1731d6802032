-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Small tables, kept.
-- expect: memory
-- limits: fuel=3000000
local t = {}
while true do t = { t } end
