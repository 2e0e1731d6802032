-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long chain of fields, and the text of its error.
-- expect: ok 1
-- limits: ms=300
-- allow: load
local f = load("local a = {} return a" .. (".x"):rep(30000))
if f then pcall(f) end
return 1
