-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table with a metatable is not plain.
-- expect: result "has a metatable"
return setmetatable({}, {})
