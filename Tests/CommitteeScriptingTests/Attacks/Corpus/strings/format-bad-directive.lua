-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A conversion that does not exist.
-- expect: lua "invalid conversion"
return ("%y"):format(1)
