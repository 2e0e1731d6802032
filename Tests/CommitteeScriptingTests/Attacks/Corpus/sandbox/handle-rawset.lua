-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- rawset refuses a handle.
-- expect: lua
-- args: report
local doc = ...
rawset(doc, "heading", nil)
