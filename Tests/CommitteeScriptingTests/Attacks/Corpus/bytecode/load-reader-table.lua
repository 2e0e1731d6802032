-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader that returns a table.
-- expect: lua|ok
-- allow: load
local ok = pcall(load, function() return {} end)
return 1
