-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- pcall again and again.
-- expect: fuel
while true do pcall(function() while true do end end) end
