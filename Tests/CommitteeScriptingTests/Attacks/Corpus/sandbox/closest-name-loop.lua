-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The search for the closest name, without end.
-- expect: fuel
while true do pcall(function() return strong end) end
