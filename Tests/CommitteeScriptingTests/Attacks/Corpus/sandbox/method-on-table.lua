-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method called on a table of one's own.
-- expect: lua "with a colon"
-- args: report
local doc = ...
doc.heading({}, 1, "x")
