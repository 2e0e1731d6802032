-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text of bytes that are no characters.
-- expect: lua
error("\xff\xfe\0\27[2J")
