-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One table in two places is no cycle.
-- expect: ok [[1],[1]]
local t = { 1 }
return { t, t }
