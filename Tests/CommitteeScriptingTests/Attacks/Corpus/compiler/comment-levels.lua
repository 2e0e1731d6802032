-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long comment whose end looks like many others.
-- expect: ok 5
-- allow: load
return load("--[====[" .. ("]===]"):rep(10000) .. "]====] return 5")()
