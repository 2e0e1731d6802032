-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- next refuses a handle.
-- expect: lua
-- args: report
local doc = ...
next(doc)
