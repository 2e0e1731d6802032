-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A million values, under pcall.
-- expect: fuel
while true do pcall(table.unpack, {}, 1, 1000000) end
