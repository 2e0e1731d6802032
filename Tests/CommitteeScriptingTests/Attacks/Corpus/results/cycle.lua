-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table that holds itself.
-- expect: result "contains itself"
local t = {}
t.t = t
return t
