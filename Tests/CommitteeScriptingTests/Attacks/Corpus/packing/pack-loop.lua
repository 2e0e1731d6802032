-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Packing again and again.
-- expect: fuel
while true do string.pack("s4", ("x"):rep(100000)) end
