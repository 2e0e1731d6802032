-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The slow way to build a text copies it each time.
-- expect: memory|time
local s = ""
while true do s = s .. "xxxxxxxxxxxxxxxx" end
