-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A width that is to come from an argument.
-- expect: lua "invalid conversion '%*' to 'format'"
return string.format("%*d", 5, 1)
