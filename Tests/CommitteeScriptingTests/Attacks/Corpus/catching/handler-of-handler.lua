-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that calls xpcall with itself.
-- expect: ok true
local depth = 0
local function handler(e)
  depth = depth + 1
  return select(2, xpcall(error, handler, e))
end
return select(2, xpcall(error, handler, "x")) ~= nil
