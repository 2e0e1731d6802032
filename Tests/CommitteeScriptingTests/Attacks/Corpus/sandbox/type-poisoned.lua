-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor with type.
-- expect: ok
math.type = function() return "x" end
return { 1.5 }
