-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text in a width of three digits.
-- expect: lua "invalid conversion specification: '%100s'"
return string.format("%100s", "x")
