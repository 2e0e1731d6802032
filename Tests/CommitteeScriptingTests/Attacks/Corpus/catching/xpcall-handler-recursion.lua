-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that calls xpcall with itself.
-- expect: ok false
local function handler() return xpcall(error, handler) end
local ok = xpcall(error, handler)
return ok
