-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A host object is not called.
-- expect: lua
-- args: report
local doc = ...
doc()
