-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The iterator is a table with __call.
-- expect: fuel
local t = setmetatable({}, { __call = function() return true end })
for _ in t do end
