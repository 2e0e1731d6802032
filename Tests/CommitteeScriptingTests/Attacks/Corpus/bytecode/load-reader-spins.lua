-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The loop stands inside a reader.
-- expect: fuel
-- allow: load
load(function() while true do end end)
return "escaped"
