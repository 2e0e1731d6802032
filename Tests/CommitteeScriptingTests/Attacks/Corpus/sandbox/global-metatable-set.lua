-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor replaced.
-- expect: lua "protected metatable"
setmetatable(_G, {})
