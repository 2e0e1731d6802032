-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handle may be a key.
-- expect: ok 1
-- args: report
local doc, ctx = ...
local t = { [doc] = 1, [ctx] = 2 }
return t[doc]
