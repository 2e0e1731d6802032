-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A NUL in a text that ends at one.
-- expect: lua "contains zeros"
return string.pack("z", "a\0b")
