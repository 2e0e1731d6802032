-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A NUL in an argument.
-- expect: lua "NUL"
-- args: report
local doc = ...
doc:paragraph("a\0b")
