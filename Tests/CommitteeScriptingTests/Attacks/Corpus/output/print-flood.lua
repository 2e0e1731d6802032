-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A log without end is cut off, not kept.
-- expect: fuel|ok
while true do print(("x"):rep(1000)) end
