-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The fourth value of a for loop is closed at its end.
-- expect: fuel
local closing = setmetatable({}, { __close = function() while true do end end })
for _ in function() while true do end end, nil, nil, closing do end
