-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length below nothing.
-- expect: ok
local t = setmetatable({}, { __len = function() return math.mininteger end })
return { #t == math.mininteger, table.unpack(t) == nil, table.concat(t) }
