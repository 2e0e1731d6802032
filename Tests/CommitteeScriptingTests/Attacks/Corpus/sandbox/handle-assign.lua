-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A host object cannot be changed.
-- expect: lua
-- args: report
local doc = ...
doc.heading = function() end
