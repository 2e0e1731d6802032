-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The fourth value of a loop is closed for ever.
-- expect: fuel
for i in function(_, n) return (n or 0) + 1 end, nil, nil, setmetatable({}, { __close = function() while true do end end }) do
  if i > 3 then break end
end
return "escaped"
