-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An assertion with a table.
-- expect: lua "error was called with a table"
assert(nil, { 1 })
