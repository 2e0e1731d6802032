-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A metatable that becomes weak after it is in use.
-- expect: fuel|time
-- limits: ms=300
local mt = {}
local t = setmetatable({}, mt)
local key = {}
for i = 1, 20000 do local next = {} t[key] = next key = next end
mt.__mode = "k"
while true do mt.__mode = "k" local garbage = { {}, {} } end
