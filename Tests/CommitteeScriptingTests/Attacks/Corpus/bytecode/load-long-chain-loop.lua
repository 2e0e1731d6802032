-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same, without end.
-- expect: ok null
-- limits: ms=300
-- allow: load
local f = load("local a = {} return a" .. (".x"):rep(30000))
while f do pcall(f) end
