-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that raises an error each time it is called.
-- expect: fuel
local function handler() error("again") end
while true do xpcall(function() error("first") end, handler) end
