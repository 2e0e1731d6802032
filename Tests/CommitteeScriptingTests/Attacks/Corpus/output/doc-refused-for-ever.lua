-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Host calls that are refused, caught without end.
-- expect: fuel|output|memory
-- args: report
local doc = ...
while true do pcall(doc.block, doc, { kind = "nothing of the sort" }) end
