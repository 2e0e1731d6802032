-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Suspended coroutines with open upvalues as garbage.
-- expect: fuel
-- limits: ms=300
while true do
  local c = coroutine.wrap(function()
    local a, b, c = {}, {}, {}
    local f = function() return a, b, c end
    coroutine.yield(f)
  end)
  local f = c()
  f()
end
