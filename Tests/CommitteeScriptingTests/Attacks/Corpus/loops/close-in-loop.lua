-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop that opens and closes a variable each time.
-- expect: fuel
while true do local x <close> = nil end
