-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An environment that assigns for ever.
-- expect: stack
local rawset = rawset
local _ENV = setmetatable({}, { __newindex = function(t, k, v) t[k .. "x"] = v end })
a = 1
