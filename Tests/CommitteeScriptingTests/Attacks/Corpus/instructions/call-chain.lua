-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A value whose call is a value whose call is a value.
-- expect: ok null
local value = print
for i = 1, 1000 do value = setmetatable({}, { __call = value }) end
return value()
