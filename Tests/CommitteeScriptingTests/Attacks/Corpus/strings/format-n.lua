-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The directive that writes to memory in C.
-- expect: lua "invalid conversion '%n' to 'format'"
return string.format("%n", 1)
