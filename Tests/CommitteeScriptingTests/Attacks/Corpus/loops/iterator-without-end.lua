-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An iterator that always has one more.
-- expect: fuel
for i in function(_, n) return (n or 0) + 1 end do end
