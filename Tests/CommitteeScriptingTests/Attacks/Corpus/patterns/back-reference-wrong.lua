-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reference to a capture that is not there.
-- expect: lua "invalid capture index"
return (("x"):find("%1"))
