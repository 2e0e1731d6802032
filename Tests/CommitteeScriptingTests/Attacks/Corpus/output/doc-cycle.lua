-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An argument that holds itself.
-- expect: lua "contains itself"
-- args: report
local doc = ...
local t = {}
t.rows = t
doc:table(t)
