-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A module's name is not a path.
-- expect: lua "is not in this plugin"
return require("/etc/passwd")
