-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method's name with percent signs.
-- expect: lua
-- args: report
local doc = ...
doc["%s%n"](doc)
