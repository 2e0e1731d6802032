-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside an iterator.
-- expect: fuel
for _ in function() while true do end end do end
