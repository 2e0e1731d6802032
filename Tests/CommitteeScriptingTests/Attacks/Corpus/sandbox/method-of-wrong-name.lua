-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method that does not exist, with a closest name.
-- expect: lua "is not part of doc"
-- args: report
local doc = ...
doc:headings(1, "x")
