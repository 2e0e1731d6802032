-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A comparator cannot yield.
-- expect: lua "attempt to yield across a C-call boundary"
coroutine.wrap(function() table.sort({ 2, 1, 3 }, coroutine.yield) end)()
