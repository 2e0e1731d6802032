-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A local _ENV of one's own is only that.
-- expect: ok null
local _ENV = {}
return os
