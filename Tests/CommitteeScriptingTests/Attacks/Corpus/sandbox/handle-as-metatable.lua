-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A record as a metatable.
-- expect: lua
-- args: report
local doc = ...
return setmetatable({}, doc)
