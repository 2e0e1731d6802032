-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __concat that is asked for ever.
-- expect: fuel
local mt = {}
mt.__concat = function() return setmetatable({}, mt) end
local x = setmetatable({}, mt)
while true do x = x .. x end
