-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nothing between separators.
-- expect: ok 1999999
return #(""):rep(2000000, "x")
