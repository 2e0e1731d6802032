-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A number is a name like another.
-- expect: lua "is not in this plugin"
return require(1)
