-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text with a NUL in a width.
-- expect: lua "bad argument #2 to 'format' (string contains zeros)"
return string.format("%5s", "a\0b")
