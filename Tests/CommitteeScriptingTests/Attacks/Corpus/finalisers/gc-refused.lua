-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A finaliser would run outside every count.
-- expect: lua "'__gc' is not offered"
setmetatable({}, { __gc = function() while true do end end })
