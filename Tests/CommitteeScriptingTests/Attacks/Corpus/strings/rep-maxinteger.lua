-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The largest count that there is.
-- expect: lua "resulting string too large"
return ("ab"):rep(math.maxinteger)
