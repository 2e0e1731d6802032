-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %p behind flags and a width.
-- expect: lua
return ("%-20p"):format(print)
