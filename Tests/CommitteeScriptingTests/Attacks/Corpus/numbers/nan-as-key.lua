-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- NaN cannot be a key.
-- expect: lua "index is NaN"
local t = {}
t[0 / 0] = 1
