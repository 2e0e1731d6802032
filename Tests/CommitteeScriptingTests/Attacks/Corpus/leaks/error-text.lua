-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor in the text of an error.
-- expect: ok true
local ok, why = pcall(function() return {} < {} end)
local ok2, why2 = pcall(error, {})
return why:find("0x") == nil and tostring(why2):find("0x") == nil
