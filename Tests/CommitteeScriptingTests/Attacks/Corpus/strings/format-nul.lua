-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A NUL where the conversion should be.
-- expect: lua "invalid conversion"
return ("%\0d"):format(1)
