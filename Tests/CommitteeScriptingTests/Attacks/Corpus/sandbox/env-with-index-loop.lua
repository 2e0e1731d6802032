-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An environment that asks itself.
-- expect: stack
local _ENV = setmetatable({}, { __index = function(t, k) return t[k] end })
return anything
