-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The text of a host object has no address.
-- expect: ok
-- args: report
local doc, ctx = ...
local text = tostring(doc) .. tostring(ctx)
return text:find("0x") == nil
