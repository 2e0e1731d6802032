-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name with a NUL in it.
-- expect: lua
return require("a\0b")
