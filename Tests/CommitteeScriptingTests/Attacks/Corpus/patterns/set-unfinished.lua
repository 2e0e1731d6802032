-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A set that is not closed.
-- expect: lua "malformed pattern"
return (("x"):find("[x"))
