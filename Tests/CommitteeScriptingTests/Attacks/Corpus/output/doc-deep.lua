-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An argument nested a thousand deep.
-- expect: lua "nested more than 64 deep"
-- args: report
local doc = ...
local t = {}
for i = 1, 1000 do t = { t } end
doc:table(t)
