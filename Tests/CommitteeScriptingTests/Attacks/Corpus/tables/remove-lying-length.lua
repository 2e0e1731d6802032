-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Taking the first of a billion items.
-- expect: fuel
table.remove(setmetatable({}, { __len = function() return 1000000000 end }), 1)
