-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader that returns a table.
-- expect: ok 1
-- allow: load
local ok = pcall(load, function() return {} end)
return 1
