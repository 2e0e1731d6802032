-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A NUL in a text.
-- expect: result "holds a NUL byte"
return "a\0b"
