-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length that would change what is returned.
-- expect: ok [[1,2,3,4],3]
local t = { 1, 2, 3 }
local m = setmetatable({}, { __len = function() t[4] = 4 return 3 end })
return { t, #m }
