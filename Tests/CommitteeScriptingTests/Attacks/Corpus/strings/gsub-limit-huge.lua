-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A count without bounds.
-- expect: ok "y"
return (("x"):gsub("x", "y", math.maxinteger))
