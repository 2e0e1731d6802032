-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables that are hashed anew each time a key is put in.
-- expect: fuel|time
-- limits: ms=300
while true do
  local t = {}
  for i = 1, 4097 do t[-i] = i end
end
