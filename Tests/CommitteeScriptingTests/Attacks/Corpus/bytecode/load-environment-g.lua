-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- _G offers no way round the guard.
-- expect: lua
-- allow: load
load("_G.leaked = 1; _G.os = 1")()
