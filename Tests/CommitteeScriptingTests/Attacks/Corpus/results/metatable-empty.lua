-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table with an empty metatable.
-- expect: result "the result has a metatable"
return setmetatable({ 1 }, {})
