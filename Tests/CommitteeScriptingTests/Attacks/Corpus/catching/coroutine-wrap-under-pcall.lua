-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- wrap under pcall.
-- expect: fuel
pcall(coroutine.wrap(function() while true do end end))
return "escaped"
