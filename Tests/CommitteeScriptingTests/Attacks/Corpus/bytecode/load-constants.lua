-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tens of thousands of constants.
-- expect: ok false
-- limits: ms=300
-- allow: load
local s = {}
for i = 1, 9000 do s[#s + 1] = "f" .. i end
return load("return {" .. table.concat(s, "=1,") .. "=1}") ~= nil
