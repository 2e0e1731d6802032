-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same in a function within.
-- expect: lua "attempt to index a number value"
local _ENV <const> = 1.5
return (function() return q end)()
