-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method called while a variable is closed after an error.
-- expect: ok false
-- args: report
local doc = ...
local ok = pcall(function()
  local x <close> = setmetatable({}, { __close = function() doc:paragraph("closing") end })
  error("x")
end)
return ok
