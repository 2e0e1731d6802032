-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %s with a megabyte, a hundred times over.
-- expect: string
local s = ("x"):rep(1000000)
return ("%s"):rep(100):format(table.unpack(setmetatable({}, { __index = function() return s end }), 1, 100))
