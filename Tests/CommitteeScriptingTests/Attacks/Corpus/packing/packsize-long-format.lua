-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A format of a megabyte, read again and again.
-- expect: fuel
-- limits: ms=300
local f = ("b"):rep(1000000)
while true do string.packsize(f) end
