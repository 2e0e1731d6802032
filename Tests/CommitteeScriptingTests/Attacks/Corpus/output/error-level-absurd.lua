-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors that claim to come from elsewhere.
-- expect: ok
local ok, a = pcall(error, "x", 1000000)
local ok, b = pcall(error, "x", -5)
return { a, b }
