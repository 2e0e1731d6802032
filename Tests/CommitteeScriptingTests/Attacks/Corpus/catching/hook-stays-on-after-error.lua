-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- After an error in a coroutine the count must go on in the others.
-- expect: fuel
for i = 1, 10 do
  local c = coroutine.create(function() error("x") end)
  coroutine.resume(c)
  coroutine.close(c)
end
coroutine.wrap(function() pcall(error) while true do end end)()
