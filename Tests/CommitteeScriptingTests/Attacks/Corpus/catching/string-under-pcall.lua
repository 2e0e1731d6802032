-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text too long, under pcall.
-- expect: string
pcall(function() local s = "x" while true do s = s .. s end end)
return "escaped"
