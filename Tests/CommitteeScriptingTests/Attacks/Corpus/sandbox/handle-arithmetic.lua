-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor by counting on from another.
-- expect: lua
-- args: report
local doc = ...
return doc + 1
