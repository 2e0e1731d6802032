-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- And from a comparator.
-- expect: ok 1
-- args: report
local doc = ...
table.sort({ 2, 1 }, function(a, b) doc:paragraph("x") return a < b end)
return 1
