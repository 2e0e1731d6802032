-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader that never ends.
-- expect: fuel|memory|syntax|lua|time
-- limits: ms=300
-- allow: load
load(function() return "local x = 1 " end)
return "escaped"
