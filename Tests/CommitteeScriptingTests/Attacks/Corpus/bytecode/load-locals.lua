-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More locals than there may be.
-- expect: ok null
-- allow: load
local f = load(("local a "):rep(250))
return f
