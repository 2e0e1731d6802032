-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A log of empty lines.
-- expect: fuel
while true do print() end
