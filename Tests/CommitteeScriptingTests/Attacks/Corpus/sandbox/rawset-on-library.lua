-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- rawset on a library is a change like another.
-- expect: ok 1
rawset(math, "pi", 3)
return 1
