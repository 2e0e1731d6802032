-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Ordering goes from NUL to NUL; here every byte is one.
-- expect: fuel|time
-- limits: ms=300
local a, b = ("\0"):rep(1000000), ("\0"):rep(1000000) .. "x"
while a < b do end
