-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Seven thousand times nothing.
-- expect: ok 7000
local t = table.pack(table.unpack({}, 1, 7000))
return t.n
