-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Thousands of arguments.
-- expect: lua|stack|output|ok
-- args: report
local doc = ...
doc:paragraph(table.unpack({}, 1, 7000))
