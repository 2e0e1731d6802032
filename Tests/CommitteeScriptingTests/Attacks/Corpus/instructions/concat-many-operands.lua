-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One concatenation of two hundred long texts.
-- expect: fuel|memory|time
-- limits: ms=300
-- allow: load
local s = ("x"):rep(10000)
local f = load("local s = ... return " .. ("s.."):rep(190) .. "s")
while true do local t = f(s) end
