-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A line of thousands of values.
-- expect: fuel|stack|ok
while true do print(table.unpack({}, 1, 7000)) end
