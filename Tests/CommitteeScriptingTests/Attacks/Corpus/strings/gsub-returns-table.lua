-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A callback that returns a table.
-- expect: lua "invalid replacement value"
return (("x"):gsub("x", function() return {} end))
