-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table whose metatable says that it has none.
-- expect: result "the result has a metatable"
return setmetatable({ 1 }, { __metatable = false })
