-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A source of a megabyte.
-- expect: ok true
-- allow: load
local f, why = load(("x = 1 "):rep(200000))
return f == nil
