-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A capture that is not closed.
-- expect: lua "unfinished capture"
return (("x"):find("(x"))
