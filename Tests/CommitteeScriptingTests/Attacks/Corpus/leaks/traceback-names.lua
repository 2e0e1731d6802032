-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The error of a function that is called through many names.
-- expect: lua
local a = { b = { c = function() error("x") end } }
a.b.c()
