-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same with a name that is assigned, after other constants.
-- expect: lua "attempt to index a number value"
local a <const>, b <const>, c <const> = 1, 2, 250
local _ENV <const> = c
x = 5
return y.z
