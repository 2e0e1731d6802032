-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A library emptied by its own hand.
-- expect: ok null
for k in pairs(string) do string[k] = nil end
return ("x").upper
