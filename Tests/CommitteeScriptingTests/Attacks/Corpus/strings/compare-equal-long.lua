-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two equal long texts that are not the same object, compared without end.
-- expect: fuel|time
-- limits: ms=300
local a, b = ("x"):rep(1000000), ("x"):rep(999999) .. "x"
local n = 0
while a == b do n = n + 1 end
