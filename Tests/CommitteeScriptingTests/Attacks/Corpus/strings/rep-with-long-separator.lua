-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A separator longer than what it separates.
-- expect: ok 1800010
return #("a"):rep(10, ("b"):rep(200000))
