-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Backtracking inside a coroutine.
-- expect: fuel
-- limits: ms=300
coroutine.wrap(function() return ("a"):rep(30000):find((".-"):rep(10) .. "b") end)()
