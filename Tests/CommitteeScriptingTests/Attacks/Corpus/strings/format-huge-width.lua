-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A width that no report has.
-- expect: lua "invalid"
return ("%1000000000d"):format(1)
