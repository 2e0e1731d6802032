-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Short calls of a C function, without end.
-- expect: fuel
while true do select("#", 1, 2, 3) end
