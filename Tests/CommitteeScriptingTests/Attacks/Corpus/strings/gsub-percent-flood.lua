-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A replacement full of captures.
-- expect: fuel
return #(("a"):rep(1000)):gsub("(a)", ("%1"):rep(3000))
