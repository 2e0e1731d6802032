-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Many tables, each called through the next.
-- expect: stack|ok|lua|table|fuel|memory|time
-- limits: ms=300
local f = function() return 1 end
for i = 1, 100000 do f = setmetatable({}, { __call = f }) end
return f()
