-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name of a megabyte.
-- expect: ok true
-- allow: load
local f, why = load("x x", ("n"):rep(1000000))
return #why < 1000
