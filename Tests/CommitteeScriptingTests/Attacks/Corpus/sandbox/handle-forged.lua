-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handle cannot be made from a number.
-- expect: lua
-- args: report
local doc = ...
return doc.x
