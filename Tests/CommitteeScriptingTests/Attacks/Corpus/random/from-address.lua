-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A seed made from an address would differ between the runs.
-- expect: ok
math.randomseed(tonumber(tostring({}):match("%x+$") or "1", 16) or 1)
return math.random(1 << 30)
