-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An environment that is a constant: names need a register then.
-- expect: lua "attempt to index a number value"
local _ENV <const> = 11
return x
