-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More directives than values.
-- expect: lua "bad argument"
return ("%d"):rep(100):format(1)
