-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A function as an argument.
-- expect: lua "is a function"
-- args: report
local doc = ...
doc:paragraph(print)
