-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Files are out of reach.
-- expect: lua "unknown global 'io'"
return io.open("/etc/passwd")
