-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Error values that hold the ones before.
-- expect: fuel
local last
while true do local ok, e = pcall(error, { last }) last = e end
