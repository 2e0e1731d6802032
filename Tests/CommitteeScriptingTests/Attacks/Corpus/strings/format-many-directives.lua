-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A format of a megabyte, with one argument each.
-- expect: fuel
local f = ("%%"):rep(500000)
while true do local s = f:format() end
