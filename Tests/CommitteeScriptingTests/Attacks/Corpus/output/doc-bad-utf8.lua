-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bytes that are no characters in an argument.
-- expect: lua "UTF-8"
-- args: report
local doc = ...
doc:paragraph("\xff")
