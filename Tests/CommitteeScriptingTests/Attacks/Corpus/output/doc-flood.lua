-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Host calls without end, each small.
-- expect: output|fuel|memory
-- args: report
local doc = ...
while true do doc:paragraph("x") end
