-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name with a NUL.
-- expect: result "a: its name holds a NUL byte"
return { ["a\0b"] = 1 }
