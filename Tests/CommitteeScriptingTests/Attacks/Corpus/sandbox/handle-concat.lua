-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A host object is not joined to a text without tostring.
-- expect: lua
-- args: report
local doc = ...
return "x" .. doc
