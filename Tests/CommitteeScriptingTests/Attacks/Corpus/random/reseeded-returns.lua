-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- What randomseed returns is the same in both runs.
-- expect: ok "00"
local a, b = math.randomseed()
return tostring(a) .. tostring(b)
