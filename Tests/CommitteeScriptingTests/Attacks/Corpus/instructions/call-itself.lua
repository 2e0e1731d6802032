-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A value whose call is itself.
-- expect: stack
local t = {}
setmetatable(t, { __call = t })
return t()
