-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list that says it has 2^40 items.
-- expect: lua "too many results to unpack"
return table.unpack(setmetatable({}, { __len = function() return 1 << 40 end }))
