-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One line of a megabyte.
-- expect: ok 1
print(("x"):rep(1000000))
return 1
